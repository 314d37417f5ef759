-- Which questions are settled at the first contact, of tickets opened on some days?
-- Reads no conversation but those of these days and of the seven before; a ticket that comes later has no topic. Of
-- resolutions and contacts it reads those days and what came behind them, not the whole history.
-- Tickets are grouped though each is one row: ClickHouse 26.7 puts joins within joins in an order of its own, and fails
-- with "Left and right columns have same names" where two of them read one table.

--| topic_resolutions of tickets opened on the days from from_day to to_day, both parameters and both inclusive.
CREATE OR REPLACE VIEW deskpulse.topic_resolutions_between AS
SELECT
    shop_id,
    day,
    topic,
    countIf(first_contact_of_ticket) AS first_contact,
    count() AS resolutions
FROM
(
    SELECT
        resolved.shop_id AS shop_id,
        resolved.day AS day,
        any(resolved.first_contact) AS first_contact_of_ticket,
        argMax(asked.topic, asked.day) AS topic
    FROM
    (
        SELECT shop_id, day, conversation_id, topic
        FROM deskpulse.conversations
        WHERE day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 7)) AND {to_day:Date}
    ) AS asked
    INNER JOIN
    (
        SELECT
            shop_id,
            day,
            ticket_id,
            any(resolution.first_contact) AS first_contact,
            any(assumeNotNull(resolution.conversation_id)) AS conversation
        FROM deskpulse.resolutions_between(
            from_day = {from_day:Date}, to_day = {to_day:Date}, at = now64(3, 'UTC')) AS resolution
        WHERE isNotNull(resolution.conversation_id)
        GROUP BY shop_id, day, ticket_id
    ) AS resolved
        ON asked.shop_id = resolved.shop_id AND asked.conversation_id = resolved.conversation
    WHERE asked.day BETWEEN resolved.day - 7 AND resolved.day
    GROUP BY shop_id, day, resolved.ticket_id
)
GROUP BY shop_id, day, topic;
