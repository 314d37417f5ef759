-- How many contacts had each topic?

--| Contacts by topic, one row per shop, day, topic and cause (empty = the taxonomy does not know the topic): contacts =
--| conversations of the topic that day in which the buyer spoke; OTHER = of none. What they are counted against:
--| contact_causes; both together: contact_rates.
CREATE OR REPLACE VIEW deskpulse.topic_contacts AS
SELECT
    shop_id,
    day,
    if(days.topic = '', 'OTHER', days.topic) AS topic,
    topic_cause AS cause,
    count() AS contacts
FROM deskpulse.conversation_days AS days FINAL
WHERE buyer_messages > 0
GROUP BY shop_id, day, topic, cause;
