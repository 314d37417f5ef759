-- Which resolutions hold, and which needed no second contact? Decided over tickets, conversations and calls at an instant.
CREATE OR REPLACE VIEW deskpulse.buyer_contacts AS
SELECT shop_id, buyer_id, round_opened_at AS contact_at, channel, 'CONVERSATION' AS source, conversation_id AS source_id, '' AS order_id, '' AS sku_id, day
FROM deskpulse.conversation_days FINAL
ARRAY JOIN `rounds.opened_at` AS round_opened_at

UNION ALL

SELECT shop_id, buyer_id, ifNull(rang_at, first_event_at) AS contact_at, channel, 'CALL' AS source, conversation_id AS source_id, '' AS order_id, '' AS sku_id, toDate(contact_at) AS day
FROM deskpulse.contact_facts FINAL
WHERE has_call AND direction != 'OUTBOUND'

UNION ALL

SELECT shop_id, buyer_id, assumeNotNull(opened_at) AS contact_at, '' AS channel, 'TICKET' AS source, ticket_id AS source_id, order_id, sku_id, toDate(contact_at) AS day
FROM deskpulse.ticket_facts FINAL
WHERE isNotNull(opened_at)
COMMENT 'Times a buyer turned to the shop: each round the buyer opened (robot or person), each call the buyer made, each ticket opened. order_id and sku_id are empty when unknown, as they always are for conversations and calls. day narrows what is read: of the shop for conversations, else of UTC; compare with a day to spare.';

CREATE OR REPLACE VIEW deskpulse.resolutions_between AS
SELECT
    shop_id,
    day,
    ticket_id,
    buyer_id,
    resolved_at,
    multiIf(NOT resolved, 'taken back', settles_at > {at:DateTime64(3, 'UTC')}, 'provisional', 'settled') AS state,
    resolved AND reopens = 0 AND isNull(intervened_at) AND contacts_after = 0 AS first_contact,
    contacts_after,
    settles_at,
    reopens,
    intervened_at,
    nullIf(resolved_by, '') AS resolved_by,
    nullIf(resolving_agent, '') AS resolving_agent
FROM
(
    SELECT
        t.shop_id AS shop_id,
        t.day AS day,
        t.ticket_id AS ticket_id,
        t.buyer_id AS buyer_id,
        assumeNotNull(t.last_resolved_at) AS resolved_at,
        resolved_at + INTERVAL 72 HOUR AS settles_at,
        t.resolved AS resolved,
        t.reopens AS reopens,
        t.intervened_at AS intervened_at,
        t.resolved_by AS resolved_by,
        t.resolving_agent AS resolving_agent,
        arrayCount(
            contact -> contact.1 > resolved_at
                AND contact.1 <= least(settles_at, {at:DateTime64(3, 'UTC')})
                AND ((t.order_id != '' AND t.order_id = contact.2)
                    OR (t.sku_id != '' AND t.sku_id = contact.3)
                    OR ((t.order_id = '' OR contact.2 = '') AND (t.sku_id = '' OR contact.3 = ''))),
            c.contacts) AS contacts_after
    FROM (SELECT * FROM deskpulse.ticket_facts FINAL) AS t
    LEFT JOIN
    (
        SELECT shop_id, buyer_id, groupArray((contact_at, order_id, sku_id)) AS contacts
        FROM deskpulse.buyer_contacts
        WHERE day >= toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND day <= toDate({at:DateTime64(3, 'UTC')}) + 1
        GROUP BY shop_id, buyer_id
    ) AS c ON t.shop_id = c.shop_id AND t.buyer_id = c.buyer_id
    WHERE isNotNull(t.last_resolved_at)
        AND t.last_resolved_at <= {at:DateTime64(3, 'UTC')}
        AND t.day BETWEEN {from_day:Date} AND {to_day:Date}
)
COMMENT 'resolutions_at for tickets opened on the days from from_day to to_day, both parameters and both inclusive; reads no contact before those days.';

CREATE OR REPLACE VIEW deskpulse.resolutions_at AS
SELECT * FROM deskpulse.resolutions_between(from_day = '1970-01-01', to_day = '2149-06-06', at = {at:DateTime64(3, 'UTC')})
COMMENT 'Resolutions as they stand at an instant, SELECT ... FROM resolutions_at(at = ...): the facts are those known now, the 72 hours and the contacts within them are judged at that instant.';

CREATE OR REPLACE VIEW deskpulse.resolutions AS
SELECT * FROM deskpulse.resolutions_at(at = now64(3, 'UTC'))
COMMENT 'Resolutions, one row per ticket that was ever resolved, on the day of its opening. taken back = reopened since; provisional until 72 h after the last resolution, then settled. first_contact = never reopened, no platform, and in those 72 h no contact of the buyer on any channel about the same order or SKU; what a contact is about counts as the same where order or SKU of either side is unknown, so every conversation and call counts, a word of thanks included.';
