-- When did a buyer turn to the shop? With each message: one who asks again while a question is still open opens no round, and yet had to come
-- back. A round that an assignment opens is none of the buyer's doing. The column has no default, not even an empty one: for a table with
-- defaults the driver sends a byte more for each value.
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS buyer_contacts_at Array(DateTime64(3, 'UTC')) COMMENT 'when the buyer turned to the shop this day, in order: each message of the buyer, each request for a person; empty in rows of releases that did not write it';

CREATE OR REPLACE VIEW deskpulse.buyer_contacts AS
SELECT shop_id, buyer_id, turned_at AS contact_at, channel, 'CONVERSATION' AS source, conversation_id AS source_id, '' AS order_id, '' AS sku_id, day
FROM deskpulse.conversation_days FINAL
ARRAY JOIN if(empty(buyer_contacts_at) AND (buyer_messages > 0 OR handed_off), `rounds.opened_at`, buyer_contacts_at) AS turned_at

UNION ALL

SELECT shop_id, buyer_id, ifNull(rang_at, first_event_at) AS contact_at, channel, 'CALL' AS source, conversation_id AS source_id, '' AS order_id, '' AS sku_id, toDate(contact_at) AS day
FROM deskpulse.contact_facts FINAL
WHERE has_call AND direction != 'OUTBOUND'

UNION ALL

SELECT shop_id, buyer_id, assumeNotNull(opened_at) AS contact_at, '' AS channel, 'TICKET' AS source, ticket_id AS source_id, order_id, sku_id, toDate(contact_at) AS day
FROM deskpulse.ticket_facts FINAL
WHERE isNotNull(opened_at)
COMMENT 'Times a buyer turned to the shop: each message of the buyer in a conversation and each request to the robot for a person, each call the buyer made, each ticket opened. Of conversation days written by releases before the column buyer_contacts_at only the openings of rounds are known. order_id and sku_id are empty when unknown, as they always are for conversations and calls. day narrows what is read: of the shop for conversations, else of UTC; compare with a day to spare.';

CREATE OR REPLACE VIEW deskpulse.resolutions AS
SELECT * FROM deskpulse.resolutions_at(at = now64(3, 'UTC'))
COMMENT 'Resolutions, one row per ticket that was ever resolved, on the day of its opening. taken back = reopened since; provisional until 72 h after the last resolution, then settled. contacts_after = how often the buyer turned to the shop in those 72 h on any channel about the same order or SKU: messages, requests for a person, calls and tickets of view buyer_contacts, so three messages in a row are three; what a contact is about counts as the same where order or SKU of either side is unknown, so every message and call counts, a word of thanks included. first_contact = never reopened, no platform, and contacts_after is 0.';
