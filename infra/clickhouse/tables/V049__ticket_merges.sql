-- Which tickets are the same matter as another, and when did buyers open theirs again?
-- Rows of releases that did not write it tell the last reopening only, and not by whom: it counts as the buyer's.
ALTER TABLE deskpulse.ticket_facts
    ADD COLUMN IF NOT EXISTS merged_into String
    COMMENT 'ticket that goes on with it; empty when it was merged into none';
ALTER TABLE deskpulse.ticket_facts
    ADD COLUMN IF NOT EXISTS merged_at Nullable(DateTime64(3, 'UTC'))
    COMMENT 'when it was merged; null when it was not';
ALTER TABLE deskpulse.ticket_facts
    ADD COLUMN IF NOT EXISTS buyer_reopened_at Array(DateTime64(3, 'UTC'))
    DEFAULT if(isNull(last_reopened_at), [], [assumeNotNull(last_reopened_at)])
    COMMENT 'when the buyer, or nobody knows who, opened it again after its end or merge, in order';
ALTER TABLE deskpulse.ticket_facts
    COMMENT COLUMN status 'OPEN, PAUSED, RESOLVED, CLOSED or MERGED';
ALTER TABLE deskpulse.ticket_facts
    COMMENT COLUMN first_reply_at 'first reply the buyer could see, at or after the opening';
ALTER TABLE deskpulse.ticket_facts
    COMMENT COLUMN public_replies 'replies the buyer could see, at or after the opening, count';
