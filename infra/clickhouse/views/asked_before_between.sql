-- About which attributes of a product had its buyer asked before paying for it, of lines delivered over some days?
-- From a question to the delivery lie at most 7 and 90 days and what two clocks differ by: no earlier day is read.
-- Conditions on days stand in ON: in WHERE they keep the choice of a shop from reaching the conversations.

--| asked_before of lines delivered on the days from from_day to to_day, both parameters and both inclusive.
CREATE OR REPLACE VIEW deskpulse.asked_before_between AS
SELECT
    line.shop_id AS shop_id,
    line.day AS day,
    line.order_id AS order_id,
    line.sku_id AS sku_id,
    question.attribute AS attribute,
    min(question.asked_at) AS asked_at,
    argMin(question.topic, (question.asked_at, question.conversation_id)) AS topic,
    argMin(question.conversation_id, (question.asked_at, question.conversation_id)) AS conversation_id,
    uniqExact(question.conversation_id, question.asked_at) AS questions
FROM deskpulse.signed_lines AS line
INNER JOIN
(
    SELECT shop_id, order_id, buyer_id, assumeNotNull(paid_at) AS paid
    FROM deskpulse.order_facts FINAL
    WHERE isNotNull(paid_at)
) AS payment
    ON line.shop_id = payment.shop_id
    AND line.order_id = payment.order_id
    AND line.day BETWEEN {from_day:Date} AND {to_day:Date}
    AND toDate(payment.paid) >= line.day - 90
INNER JOIN
(
    SELECT
        asked.shop_id AS shop_id,
        asked.buyer_id AS buyer_id,
        asked.conversation_id AS conversation_id,
        asked.asked_at AS asked_at,
        asked.topic AS topic,
        asked.sku_id AS sku_id,
        about.attribute AS attribute
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
    ) AS asked
    INNER JOIN
    (
        SELECT DISTINCT topic, attribute
        FROM deskpulse.topic_attributes
        WHERE attribute != '' AND version = (SELECT max(version) FROM deskpulse.topic_attributes)
    ) AS about ON asked.topic = about.topic
) AS question ON payment.shop_id = question.shop_id AND payment.buyer_id = question.buyer_id
WHERE question.asked_at <= payment.paid
    AND question.asked_at > payment.paid - toIntervalDay(7)
    AND question.sku_id IN ('', line.sku_id)
GROUP BY shop_id, day, order_id, sku_id, attribute;
