-- What do buyers ask again and again that no article answers?

--| Topics of the days from from_day to to_day, both parameters and both inclusive, one row per shop and topic.
--| contacts, causes = as in contact_rates; first_contact / resolutions = as in topic_resolutions, of tickets opened on
--| those days; shop_first_contact / shop_resolutions = of all topics together; articles = those in force on to_day.
--| is_gap = 30 contacts or more, no article, and a first-contact resolution below that of the shop over all topics.
CREATE OR REPLACE VIEW deskpulse.knowledge_gaps_between AS
SELECT
    asked.shop_id AS shop_id,
    asked.topic AS topic,
    nullIf(asked.cause, '') AS cause,
    asked.contacts AS contacts,
    if(asked.cause = '', NULL, caused.causes) AS causes,
    solved.first_contact AS first_contact,
    solved.resolutions AS resolutions,
    sum(solved.first_contact) OVER (PARTITION BY asked.shop_id) AS shop_first_contact,
    sum(solved.resolutions) OVER (PARTITION BY asked.shop_id) AS shop_resolutions,
    own.articles + everywhere.articles AS articles,
    toBool(
        asked.contacts >= 30
        AND articles = 0
        AND solved.first_contact * shop_resolutions < shop_first_contact * solved.resolutions) AS is_gap
FROM
(
    SELECT shop_id, topic, anyLast(topic_contacts.cause) AS cause, sum(topic_contacts.contacts) AS contacts
    FROM deskpulse.topic_contacts
    WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
    GROUP BY shop_id, topic
) AS asked
LEFT JOIN
(
    SELECT shop_id, cause, sum(causes) AS causes
    FROM deskpulse.contact_causes
    WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
    GROUP BY shop_id, cause
) AS caused ON asked.shop_id = caused.shop_id AND asked.cause = caused.cause
LEFT JOIN
(
    SELECT shop_id, topic, sum(first_contact) AS first_contact, sum(resolutions) AS resolutions
    FROM deskpulse.topic_resolutions_between(from_day = {from_day:Date}, to_day = {to_day:Date})
    GROUP BY shop_id, topic
) AS solved ON asked.shop_id = solved.shop_id AND asked.topic = solved.topic
LEFT JOIN
(
    SELECT shop_id, topic, count() AS articles
    FROM deskpulse.articles
    WHERE shop_id != '' AND published <= {to_day:Date} AND ifNull(withdrawn > {to_day:Date}, true)
    GROUP BY shop_id, topic
) AS own ON asked.shop_id = own.shop_id AND asked.topic = own.topic
LEFT JOIN
(
    SELECT topic, count() AS articles
    FROM deskpulse.articles
    WHERE shop_id = '' AND published <= {to_day:Date} AND ifNull(withdrawn > {to_day:Date}, true)
    GROUP BY topic
) AS everywhere ON asked.topic = everywhere.topic;
