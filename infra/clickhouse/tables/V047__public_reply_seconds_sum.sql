-- How long did buyers wait for the replies to a ticket?
ALTER TABLE deskpulse.ticket_facts
    ADD COLUMN IF NOT EXISTS public_reply_seconds_sum Nullable(Int64) COMMENT 'seconds for which the public replies of the ticket had been owed when they came, all together, without pauses and the time after its end; NULL in rows of releases that did not write it';
