-- What became of products that were recommended, against those that buyers found themselves?
-- A payment is a row of its own day and of the day before, on which it may have been recommended: so conditions on shop
-- and day reach both sides.

--| recommended_orders of payments on the days from from_day to to_day, both parameters and both inclusive; reads no
--| conversation but those of these days and of the one before.
CREATE OR REPLACE VIEW deskpulse.recommended_orders_between AS
WITH arrayFilter(recommended -> recommended.1 < sold.paid_at, told.recommendations) AS before
SELECT
    sold.shop_id AS shop_id,
    sold.day AS day,
    sold.order_id AS order_id,
    sold.buyer_id AS buyer_id,
    sold.sku_id AS sku_id,
    sold.paid_at AS paid_at,
    sold.net_fen AS net_fen,
    toBool(notEmpty(before)) AS recommended,
    nullIf(before[-1].2, '') AS account,
    toBool(
        arrayExists(
            asked -> asked.1 IN ('', sold.sku_id)
                AND asked.2 > sold.paid_at
                AND asked.2 <= sold.paid_at + toIntervalDay(30),
            sold.refunds_asked)
        OR arrayExists(
            at -> at > sold.paid_at AND at <= sold.paid_at + toIntervalDay(30),
            arrayConcat(of_order.at, of_buyer.at))) AS complained
FROM
(
    SELECT
        shop_id,
        day,
        order_id,
        buyer_id,
        arrayJoin(products) AS sku_id,
        assumeNotNull(sale.paid_at) AS paid_at,
        net_fen,
        refunds_asked
    FROM deskpulse.sales AS sale
    WHERE sale.day BETWEEN {from_day:Date} AND {to_day:Date}
) AS sold
LEFT JOIN
(
    SELECT
        shop_id,
        arrayJoin([day, day + 1]) AS day,
        buyer_id,
        recommended.3 AS sku_id,
        arraySort(groupArray((recommended.1, recommended.2))) AS recommendations
    FROM deskpulse.conversation_days FINAL
    ARRAY JOIN arrayZip(`recommendations.at`, `recommendations.account`, `recommendations.sku_id`) AS recommended
    WHERE conversation_days.day BETWEEN toDate(greatest(0, toInt32({from_day:Date}) - 1)) AND {to_day:Date}
    GROUP BY shop_id, day, buyer_id, sku_id
) AS told USING (shop_id, day, buyer_id, sku_id)
LEFT JOIN
(
    SELECT
        shop_id,
        assumeNotNull(order_id) AS order_id,
        assumeNotNull(sku_id) AS sku_id,
        groupArray(complained_at) AS at
    FROM deskpulse.complaints
    WHERE isNotNull(order_id) AND isNotNull(sku_id) AND NOT taken_back
    GROUP BY shop_id, order_id, sku_id
) AS of_order ON sold.shop_id = of_order.shop_id
    AND sold.order_id = of_order.order_id
    AND sold.sku_id = of_order.sku_id
LEFT JOIN
(
    SELECT shop_id, buyer_id, assumeNotNull(sku_id) AS sku_id, groupArray(complained_at) AS at
    FROM deskpulse.complaints
    WHERE isNull(order_id) AND isNotNull(sku_id) AND NOT taken_back
    GROUP BY shop_id, buyer_id, sku_id
) AS of_buyer ON sold.shop_id = of_buyer.shop_id
    AND sold.buyer_id = of_buyer.buyer_id
    AND sold.sku_id = of_buyer.sku_id;
