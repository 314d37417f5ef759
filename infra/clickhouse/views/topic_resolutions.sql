-- Which questions are settled at the first contact?
-- Apart from topic_rates, as whether a resolution holds asks for all contacts of its buyer in the 72 hours behind it.

--| Resolutions by topic, one row per shop, day and topic: first_contact / resolutions = first-contact resolution of
--| tickets (view resolutions) that came from a conversation, by the topic of its last day up to that of the opening.
CREATE OR REPLACE VIEW deskpulse.topic_resolutions AS
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
    FROM (SELECT shop_id, day, conversation_id, topic FROM deskpulse.conversations) AS asked
    INNER JOIN
    (
        SELECT
            resolution.shop_id AS shop_id,
            resolution.day AS day,
            resolution.ticket_id AS ticket_id,
            resolution.first_contact AS first_contact,
            assumeNotNull(ticket.conversation_id) AS conversation
        FROM deskpulse.resolutions AS resolution
        INNER JOIN deskpulse.tickets AS ticket
            ON resolution.shop_id = ticket.shop_id
            AND resolution.day = ticket.day
            AND resolution.ticket_id = ticket.ticket_id
        WHERE isNotNull(ticket.conversation_id)
    ) AS resolved
        ON asked.shop_id = resolved.shop_id AND asked.conversation_id = resolved.conversation
    WHERE asked.day <= resolved.day
    GROUP BY shop_id, day, resolved.ticket_id
)
GROUP BY shop_id, day, topic;
