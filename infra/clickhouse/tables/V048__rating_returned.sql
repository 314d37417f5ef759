-- Which invitations to rate were returned?
-- A rating counts on the day of the invitation that it answers, so the row tells whether it answers one; in rows of
-- releases that did not write it, whatever day had both had its invitation returned.
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS rating_returned Bool DEFAULT isNotNull(rating) AND rating_invitations > 0
    COMMENT 'the rating answers an invitation of this day';
ALTER TABLE deskpulse.conversation_days
    COMMENT COLUMN rating
    'last rating, 0 (very good) to 4 (very bad), if it counts on this day; see the view';
ALTER TABLE deskpulse.conversation_days
    COMMENT COLUMN first_reply_ms
    'ms from there to the first platform-valid reply, closed in between or not; null while there is none';
