-- Which questions are settled at the first contact?
-- Apart from topic_rates, as whether a resolution holds asks for all contacts of its buyer in the 72 hours behind it.

--| Resolutions by topic, one row per shop, day and topic: first_contact / resolutions = first-contact resolution of
--| tickets (view resolutions) that came from a conversation, opened on a day of it, by the topic of that day.
CREATE OR REPLACE VIEW deskpulse.topic_resolutions AS
SELECT
    resolved.shop_id AS shop_id,
    resolved.day AS day,
    asked.topic AS topic,
    countIf(resolved.first_contact) AS first_contact,
    count() AS resolutions
FROM
(
    SELECT
        resolution.shop_id AS shop_id,
        resolution.day AS day,
        resolution.first_contact AS first_contact,
        assumeNotNull(ticket.conversation_id) AS conversation
    FROM deskpulse.resolutions AS resolution
    INNER JOIN deskpulse.tickets AS ticket
        ON resolution.shop_id = ticket.shop_id
        AND resolution.day = ticket.day
        AND resolution.ticket_id = ticket.ticket_id
    WHERE isNotNull(ticket.conversation_id)
) AS resolved
INNER JOIN deskpulse.conversations AS asked
    ON resolved.shop_id = asked.shop_id AND resolved.day = asked.day AND resolved.conversation = asked.conversation_id
GROUP BY shop_id, day, topic;
