-- When did a buyer turn to the shop?
-- With each message: one who asks again while a question is still open opens no round, and yet had to come back. A
-- round that an assignment opens is none of the buyer's doing. The column has no default, not even an empty one: for a
-- table with defaults the driver sends a byte more for each value.
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS buyer_contacts_at Array(DateTime64(3, 'UTC')) COMMENT 'when the buyer turned to the shop this day, in order: each message of the buyer, each request for a person; empty in rows of releases that did not write it';
