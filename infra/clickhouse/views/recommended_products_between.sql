-- What does recommending a product bring, of recommendations and payments of some days?
-- What recommendations_between and recommended_orders_between tell one by one, counted: a board that asks both reads
-- and plans orders, complaints and recommendations twice. What a buyer was told, paid and complained of one product is
-- put together once; few have more than a row.

--| Products by day, one row per shop, day and product: recommendations of that day, taken = those of them that the
--| buyer paid for after it, the same or the next day; orders_with, orders_without = orders with the product paid that
--| day, by whether it had been recommended to the buyer before, that day or the day before; complained_with,
--| complained_without = those of them complained of, as in recommended_orders. Of the days from from_day to to_day,
--| both parameters and both inclusive.
CREATE OR REPLACE VIEW deskpulse.recommended_products_between AS
SELECT
    shop_id,
    one.1 AS day,
    sku_id,
    countIf(one.2) AS recommendations,
    countIf(one.2 AND one.3) AS taken,
    countIf(NOT one.2 AND one.3) AS orders_with,
    countIf(NOT one.2 AND NOT one.3) AS orders_without,
    countIf(NOT one.2 AND one.3 AND one.4) AS complained_with,
    countIf(NOT one.2 AND NOT one.3 AND one.4) AS complained_without
FROM
(
    SELECT
        shop_id,
        sku_id,
        groupArrayIf((on_day, at), kind = 'RECOMMENDED') AS told,
        groupArrayIf((on_day, at, is_complained), kind = 'PAID') AS paid,
        groupArrayIf(at, kind = 'COMPLAINED') AS complaints,
        arrayConcat(
            arrayMap(
                advice -> (
                    advice.1,
                    true,
                    arrayExists(
                        payment -> payment.2 > advice.2 AND payment.1 BETWEEN advice.1 AND advice.1 + 1, paid),
                    false),
                arrayFilter(advice -> advice.1 BETWEEN {from_day:Date} AND {to_day:Date}, told)),
            arrayMap(
                payment -> (
                    payment.1,
                    false,
                    arrayExists(
                        advice -> advice.2 < payment.2 AND payment.1 BETWEEN advice.1 AND advice.1 + 1, told),
                    payment.3 OR arrayExists(
                        complained -> complained > payment.2 AND complained <= payment.2 + toIntervalDay(30),
                        complaints)),
                arrayFilter(payment -> payment.1 BETWEEN {from_day:Date} AND {to_day:Date}, paid))) AS each
    FROM
    (
        SELECT
            shop_id,
            buyer_id,
            recommended.2 AS sku_id,
            'RECOMMENDED' AS kind,
            day AS on_day,
            recommended.1 AS at,
            false AS is_complained
        FROM deskpulse.conversation_days FINAL
        ARRAY JOIN arrayZip(`recommendations.at`, `recommendations.sku_id`) AS recommended
        WHERE day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND {to_day:Date}

        UNION ALL

        SELECT
            sold.shop_id AS shop_id,
            sold.buyer_id AS buyer_id,
            sold.sku_id AS sku_id,
            'PAID' AS kind,
            sold.day AS on_day,
            sold.paid AS at,
            arrayExists(
                asked -> asked.1 IN ('', sold.sku_id)
                    AND asked.2 > sold.paid
                    AND asked.2 <= sold.paid + toIntervalDay(30),
                sold.refunds_asked)
            OR arrayExists(
                complained -> complained > sold.paid AND complained <= sold.paid + toIntervalDay(30),
                of_order.at) AS is_complained
        FROM
        (
            SELECT
                shop_id,
                day,
                order_id,
                buyer_id,
                arrayJoin(products) AS sku_id,
                assumeNotNull(paid_at) AS paid,
                refunds_asked
            FROM deskpulse.sales
            WHERE day BETWEEN {from_day:Date} AND {to_day:Date} + 1
        ) AS sold
        LEFT JOIN
        (
            SELECT shop_id, order_id, complaint_sku AS sku_id, groupArray(complained_at) AS at
            FROM deskpulse.complaint_rows
            WHERE order_id != ''
                AND complaint_sku != ''
                AND isNull(taken_back_at)
                AND complaint_day >= {from_day:Date}
            GROUP BY shop_id, order_id, sku_id
        ) AS of_order
            ON sold.shop_id = of_order.shop_id
            AND sold.order_id = of_order.order_id
            AND sold.sku_id = of_order.sku_id

        UNION ALL

        SELECT
            shop_id,
            complaint_buyer AS buyer_id,
            complaint_sku AS sku_id,
            'COMPLAINED' AS kind,
            complaint_day AS on_day,
            complained_at AS at,
            false AS is_complained
        FROM deskpulse.complaint_rows
        WHERE order_id = '' AND complaint_sku != '' AND isNull(taken_back_at) AND complaint_day >= {from_day:Date}
    )
    GROUP BY shop_id, buyer_id, sku_id
)
ARRAY JOIN each AS one
GROUP BY shop_id, day, sku_id;
