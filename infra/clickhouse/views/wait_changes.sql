-- How did the number of waiting buyers come about?

--| Changes of the number of waiting buyers, one row each, on the day the wait opened: 1 when it opens, -1 when a person
--| answers or the conversation is closed over it. Waiting at t = sum of change up to t.
CREATE OR REPLACE VIEW deskpulse.wait_changes AS
SELECT shop_id, day, channel, assumeNotNull(ends.1) AS changed_at, ends.2 AS change
FROM deskpulse.waits
ARRAY JOIN [(toNullable(opened_at), 1), (if(isNull(answered_at), closed_at, answered_at), -1)] AS ends
WHERE isNotNull(ends.1);
