-- How long did buyers wait for the replies to a ticket?
ALTER TABLE deskpulse.ticket_facts
    ADD COLUMN IF NOT EXISTS public_reply_seconds_sum Nullable(Int64)
    COMMENT 'seconds for which the public replies had been owed when they came, all together; null in older rows';
