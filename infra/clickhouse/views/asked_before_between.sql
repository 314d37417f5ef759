-- About which attributes of a product had its buyer asked before paying for it, of lines delivered over some days?
-- From a question to the delivery lie at most 7 and 90 days and what two clocks differ by: no earlier day is read.
-- What is few stands on the right of each join: orders and questions are many, lines delivered on some days are not.

--| asked_before of lines delivered on the days from from_day to to_day, both parameters and both inclusive.
CREATE OR REPLACE VIEW deskpulse.asked_before_between AS
SELECT
    asked.shop_id AS shop_id,
    asked.day AS day,
    asked.order_id AS order_id,
    asked.sku_id AS sku_id,
    about.attribute AS attribute,
    min(asked.asked_at) AS asked_at,
    argMin(asked.topic, (asked.asked_at, asked.conversation_id)) AS topic,
    argMin(asked.conversation_id, (asked.asked_at, asked.conversation_id)) AS conversation_id,
    uniqExact(asked.conversation_id, asked.asked_at) AS questions
FROM
(
    SELECT
        question.shop_id AS shop_id,
        bought.day AS day,
        bought.order_id AS order_id,
        bought.sku_id AS sku_id,
        question.asked_at AS asked_at,
        question.topic AS topic,
        question.conversation_id AS conversation_id
    FROM
    (
        SELECT
            shop_id, buyer_id, conversation_id,
            round_opened_at AS asked_at,
            round_topic AS topic,
            round_sku AS sku_id
        FROM deskpulse.conversation_days FINAL
        ARRAY JOIN
            `rounds.opened_at` AS round_opened_at,
            `rounds.topic` AS round_topic,
            `rounds.topic_sku_id` AS round_sku
        WHERE round_topic != ''
            AND day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 98)) AND {to_day:Date}
    ) AS question
    INNER JOIN
    (
        SELECT
            line.shop_id AS shop_id,
            line.day AS day,
            line.order_id AS order_id,
            line.sku_id AS sku_id,
            payment.buyer_id AS buyer_id,
            payment.paid AS paid
        FROM
        (
            SELECT shop_id, order_id, buyer_id, assumeNotNull(paid_at) AS paid
            FROM deskpulse.order_facts FINAL
            WHERE isNotNull(paid_at)
        ) AS payment
        INNER JOIN
        (
            SELECT * FROM deskpulse.signed_lines WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
        ) AS line ON payment.shop_id = line.shop_id AND payment.order_id = line.order_id
        WHERE toDate(payment.paid) >= line.day - 90
    ) AS bought ON question.shop_id = bought.shop_id AND question.buyer_id = bought.buyer_id
    WHERE question.asked_at <= bought.paid
        AND question.asked_at > bought.paid - toIntervalDay(7)
        AND question.sku_id IN ('', bought.sku_id)
) AS asked
INNER JOIN
(
    SELECT DISTINCT topic, attribute
    FROM deskpulse.topic_attributes
    WHERE attribute != '' AND version = (SELECT max(version) FROM deskpulse.topic_attributes)
) AS about ON asked.topic = about.topic
GROUP BY shop_id, day, order_id, sku_id, attribute;
