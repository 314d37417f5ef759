-- When did a buyer turn to the shop, on any channel?
-- With each message: one who asks again while a question is still open opens no round, and yet had to come back. A
-- round that an assignment opens is none of the buyer's doing.

--| Times a buyer turned to the shop: each message of the buyer in a conversation and each request to the robot for a
--| person, each call the buyer made, each ticket opened, and opened again by the buyer or nobody knows whom. Of
--| conversation days written by releases before the column buyer_contacts_at only the openings of rounds are known.
--| order_id and sku_id are empty when unknown, as they always are for conversations and calls. day narrows what is
--| read: of the shop for conversations, else of UTC; compare with a day to spare.
CREATE OR REPLACE VIEW deskpulse.buyer_contacts AS
SELECT
    shop_id,
    buyer_id,
    turned_at AS contact_at,
    channel,
    'CONVERSATION' AS source,
    conversation_id AS source_id,
    '' AS order_id,
    '' AS sku_id,
    day
FROM deskpulse.conversation_days FINAL
ARRAY JOIN if(
    empty(buyer_contacts_at) AND (buyer_messages > 0 OR handed_off),
    `rounds.opened_at`,
    buyer_contacts_at) AS turned_at

UNION ALL

SELECT
    shop_id,
    buyer_id,
    ifNull(rang_at, first_event_at) AS contact_at,
    channel,
    'CALL' AS source,
    conversation_id AS source_id,
    '' AS order_id,
    '' AS sku_id,
    toDate(contact_at) AS day
FROM deskpulse.contact_facts FINAL
WHERE has_call AND direction != 'OUTBOUND'

UNION ALL

SELECT
    shop_id,
    buyer_id,
    assumeNotNull(opened_at) AS contact_at,
    '' AS channel,
    'TICKET' AS source,
    ticket_id AS source_id,
    order_id,
    sku_id,
    toDate(contact_at) AS day
FROM deskpulse.ticket_facts FINAL
WHERE isNotNull(opened_at)

UNION ALL

SELECT
    shop_id,
    buyer_id,
    reopened_at AS contact_at,
    '' AS channel,
    'REOPENING' AS source,
    ticket_id AS source_id,
    order_id,
    sku_id,
    toDate(contact_at) AS day
FROM deskpulse.ticket_facts FINAL
ARRAY JOIN buyer_reopened_at AS reopened_at;
