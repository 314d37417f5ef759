-- Do buyers ask less since there is an article?
-- The last day of a shop is the last on which any buyer wrote to it: causes of days to come must not count as days
-- without a question.

--| article_effects of articles published on the days from from_day to to_day, both parameters and both inclusive; reads
--| no day but those of the 28 before and from then on.
CREATE OR REPLACE VIEW deskpulse.article_effects_between AS
SELECT
    shop_id,
    article_id,
    topic,
    title,
    published,
    nullIf(cause, '') AS cause,
    uniqExactIf(day, day >= published AND causes > 0) AS after_days,
    sumIf(contacts, day < published) AS contacts_before,
    sumIf(causes, day < published) AS causes_before,
    sumIf(contacts, day >= published) AS contacts_after,
    sumIf(causes, day >= published) AS causes_after,
    if(
        contacts_before > 0 AND contacts_after > 0 AND causes_before > 0 AND causes_after > 0,
        (contacts_after / causes_after) / (contacts_before / causes_before),
        NULL) AS ratio,
    ratio * exp(-1.959964 * sqrt(1 / contacts_before + 1 / contacts_after)) AS ratio_low,
    ratio * exp(1.959964 * sqrt(1 / contacts_before + 1 / contacts_after)) AS ratio_high
FROM
(
    SELECT
        told.shop_id AS shop_id,
        told.article_id AS article_id,
        told.topic AS topic,
        told.title AS title,
        told.published AS published,
        told.day AS day,
        told.cause AS cause,
        ifNull(asked.contacts, 0) AS contacts,
        ifNull(caused.causes, 0) AS causes
    FROM
    (
        SELECT
            known.shop_id AS shop_id,
            article_id,
            article.topic AS topic,
            title,
            published,
            known.cause AS cause,
            arrayJoin(arrayMap(
                later -> (published - 28) + later,
                range(toUInt32(greatest(
                    0,
                    1 + dateDiff(
                        'day',
                        published - 28,
                        least(published + 27, known.last_day, ifNull(withdrawn - 1, known.last_day)))))))) AS day
        FROM deskpulse.articles AS article
        INNER JOIN
        (
            SELECT
                shop_id,
                topic,
                max(last_day_of_shop) AS last_day,
                ifNull(anyLast(nullIf(cause_of_topic, '')), '') AS cause
            FROM
            (
                SELECT
                    shop_id,
                    topic,
                    cause AS cause_of_topic,
                    max(day) OVER (PARTITION BY shop_id) AS last_day_of_shop
                FROM deskpulse.topic_contacts
                WHERE day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 28)) AND {to_day:Date} + 27
            )
            GROUP BY shop_id, topic
        ) AS known ON article.topic = known.topic
        WHERE article.shop_id IN ('', known.shop_id) AND published BETWEEN {from_day:Date} AND {to_day:Date}
    ) AS told
    LEFT JOIN (
        SELECT shop_id, day, topic, contacts FROM deskpulse.topic_contacts
        WHERE day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 28)) AND {to_day:Date} + 27
    ) AS asked
        ON told.shop_id = asked.shop_id AND told.day = asked.day AND told.topic = asked.topic
    LEFT JOIN (
        SELECT shop_id, day, cause, causes FROM deskpulse.contact_causes
        WHERE day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 28)) AND {to_day:Date} + 27
    ) AS caused
        ON told.shop_id = caused.shop_id AND told.day = caused.day AND told.cause = caused.cause
)
GROUP BY shop_id, article_id, topic, title, published, cause;
