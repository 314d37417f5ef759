-- Which resolutions of the tickets of some days hold at an instant, and which needed no second contact?

--| resolutions_at for tickets opened on the days from from_day to to_day, both parameters and both inclusive; reads no
--| contact before those days.
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
    nullIf(resolving_agent, '') AS resolving_agent,
    nullIf(came_from, '') AS conversation_id
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
        t.conversation_id AS came_from,
        arrayCount(
            contact -> contact.1 > resolved_at
                AND contact.4 != t.ticket_id
                AND contact.1 <= least(settles_at, {at:DateTime64(3, 'UTC')})
                AND ((t.order_id != '' AND t.order_id = contact.2)
                    OR (t.sku_id != '' AND t.sku_id = contact.3)
                    OR ((t.order_id = '' OR contact.2 = '') AND (t.sku_id = '' OR contact.3 = ''))),
            c.contacts) AS contacts_after
    FROM (SELECT * FROM deskpulse.ticket_facts FINAL) AS t
    LEFT JOIN
    (
        SELECT
            shop_id,
            buyer_id,
            groupArray((contact_at, order_id, sku_id, if(source = 'REOPENING', source_id, ''))) AS contacts
        FROM deskpulse.buyer_contacts
        WHERE day >= toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND day <= toDate({at:DateTime64(3, 'UTC')}) + 1
        GROUP BY shop_id, buyer_id
    ) AS c ON t.shop_id = c.shop_id AND t.buyer_id = c.buyer_id
    WHERE t.status != 'MERGED'
        AND isNotNull(t.last_resolved_at)
        AND t.last_resolved_at <= {at:DateTime64(3, 'UTC')}
        AND t.day BETWEEN {from_day:Date} AND {to_day:Date}
);
