-- What do buyers ask about before the sale, and send back for it after, of products delivered over some days?

--| asked_and_returned of the days from from_day to to_day, both parameters and both inclusive.
CREATE OR REPLACE VIEW deskpulse.asked_and_returned_between AS
SELECT
    lines.shop_id AS shop_id,
    lines.day AS day,
    lines.sku_id AS sku_id,
    told.attribute AS attribute,
    any(lines.orders) AS orders,
    countIf(told.is_asked) AS asked,
    countIf(told.is_case) AS cases,
    countIf(told.is_asked AND told.is_case) AS asked_cases,
    countIf(told.is_returned) AS returned,
    countIf(told.is_asked AND told.is_returned) AS asked_returned
FROM
(
    SELECT line.shop_id AS shop_id, line.day AS day, line.sku_id AS sku_id, count() AS orders
    FROM
    (
        SELECT shop_id, order_id
        FROM deskpulse.order_facts FINAL
        WHERE isNotNull(paid_at)
    ) AS paid
    RIGHT SEMI JOIN
    (
        SELECT * FROM deskpulse.signed_lines WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
    ) AS line ON paid.shop_id = line.shop_id AND paid.order_id = line.order_id
    GROUP BY shop_id, day, sku_id
) AS lines
INNER JOIN
(
    SELECT
        shop_id,
        day,
        order_id,
        sku_id,
        attribute,
        max(asked) AS is_asked,
        max(defective) AS is_case,
        max(sent_back) AS is_returned
    FROM
    (
        SELECT shop_id, day, order_id, sku_id, attribute, true AS asked, false AS defective, false AS sent_back
        FROM deskpulse.asked_before_between(from_day = {from_day:Date}, to_day = {to_day:Date})

        UNION ALL

        SELECT
            payment.shop_id AS shop_id,
            showed.day AS day,
            payment.order_id AS order_id,
            showed.sku_id AS sku_id,
            showed.attribute AS attribute,
            false AS asked,
            true AS defective,
            showed.returned OR payment.refunded AS sent_back
        FROM
        (
            SELECT shop_id, order_id, refunds > 0 AS refunded
            FROM deskpulse.order_facts FINAL
            WHERE isNotNull(paid_at)
        ) AS payment
        INNER JOIN
        (
            SELECT
                line.shop_id AS shop_id,
                line.day AS day,
                line.order_id AS order_id,
                line.sku_id AS sku_id,
                defect.attribute AS attribute,
                defect.returned AS returned
            FROM
            (
                SELECT * FROM deskpulse.signed_lines WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
            ) AS line
            INNER JOIN
            (
                SELECT shop_id, sku_id, assumeNotNull(order_id) AS order_id, attribute, returned
                FROM deskpulse.defect_cases
                WHERE isNotNull(order_id)
            ) AS defect
                ON line.shop_id = defect.shop_id
                AND line.order_id = defect.order_id
                AND line.sku_id = defect.sku_id
        ) AS showed ON payment.shop_id = showed.shop_id AND payment.order_id = showed.order_id
    )
    GROUP BY shop_id, day, order_id, sku_id, attribute
) AS told ON lines.shop_id = told.shop_id AND lines.day = told.day AND lines.sku_id = told.sku_id
GROUP BY shop_id, day, sku_id, attribute;
