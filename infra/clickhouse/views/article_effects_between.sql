-- Do buyers ask less since there is an article?
-- The last day of a shop is the last on which any buyer wrote to it: causes of days to come must not count as days
-- without a question.
-- Days of a topic and of a cause are arrays, one row each, as shops have few of either: day by day the contacts were
-- read twice and joined to a row for each day of each article.

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
    toUInt64(arrayUniq(arrayFilter(one -> one.2 > 0, caused_after).1)) AS after_days,
    arraySum(arrayFilter(one -> one.1 < published, asked).2) AS contacts_before,
    arraySum(arrayFilter(one -> one.1 < published, caused).2) AS causes_before,
    arraySum(arrayFilter(one -> one.1 >= published, asked).2) AS contacts_after,
    arraySum(caused_after.2) AS causes_after,
    if(
        contacts_before > 0 AND contacts_after > 0 AND causes_before > 0 AND causes_after > 0,
        (contacts_after / causes_after) / (contacts_before / causes_before),
        NULL) AS ratio,
    ratio * exp(-1.959964 * sqrt(1 / contacts_before + 1 / contacts_after)) AS ratio_low,
    ratio * exp(1.959964 * sqrt(1 / contacts_before + 1 / contacts_after)) AS ratio_high
FROM
(
    SELECT
        known.shop_id AS shop_id,
        article.article_id AS article_id,
        article.topic AS topic,
        article.title AS title,
        article.published AS published,
        known.cause AS cause,
        least(
            article.published + 27,
            known.last_day,
            ifNull(article.withdrawn - 1, known.last_day)) AS until_day,
        arrayFilter(one -> one.1 BETWEEN article.published - 28 AND until_day, known.days) AS asked,
        arrayFilter(one -> one.1 BETWEEN article.published - 28 AND until_day, counted.days) AS caused,
        arrayFilter(one -> one.1 >= article.published, caused) AS caused_after
    FROM deskpulse.articles AS article
    INNER JOIN
    (
        SELECT
            shop_id,
            topic,
            max(last_day_of_shop) AS last_day,
            ifNull(anyLast(nullIf(cause_of_topic, '')), '') AS cause,
            groupArray((day, contacts)) AS days
        FROM
        (
            SELECT
                shop_id,
                day,
                topic,
                cause AS cause_of_topic,
                contacts,
                max(day) OVER (PARTITION BY shop_id) AS last_day_of_shop
            FROM deskpulse.topic_contacts
            WHERE day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 28)) AND {to_day:Date} + 27
        )
        GROUP BY shop_id, topic
    ) AS known ON article.topic = known.topic
    LEFT JOIN
    (
        SELECT shop_id, cause, groupArray((day, causes)) AS days
        FROM deskpulse.contact_causes
        WHERE day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 28)) AND {to_day:Date} + 27
        GROUP BY shop_id, cause
    ) AS counted ON known.shop_id = counted.shop_id AND known.cause = counted.cause
    WHERE article.shop_id IN ('', known.shop_id)
        AND article.published BETWEEN {from_day:Date} AND {to_day:Date}
        AND until_day >= article.published - 28
);
