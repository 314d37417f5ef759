-- Do buyers take what is recommended to them, and keep it?
-- A payment is a row of its own day and of the day before, so conditions on shop and day reach both sides.

--| recommendations of the days from from_day to to_day, both parameters and both inclusive; reads no conversation but
--| those of these days and of the one before and behind.
CREATE OR REPLACE VIEW deskpulse.recommendations_between AS
WITH arrayFirst(paid -> paid.1 > told.recommended.1, sold.orders) AS taken_as
SELECT
    told.shop_id AS shop_id,
    told.day AS day,
    told.conversation_id AS conversation_id,
    told.buyer_id AS buyer_id,
    nullIf(told.recommended.2, '') AS account,
    told.recommended.3 AS sku_id,
    told.recommended.1 AS recommended_at,
    told.topic AS topic,
    toBool(taken_as.2 != '') AS taken,
    nullIf(taken_as.2, '') AS taken_order,
    if(taken, taken_as.1, NULL) AS taken_at,
    if(taken, taken_as.3, NULL) AS net_fen,
    toBool(taken_as.3 > 0) AS kept,
    taken_as.4 AS complained
FROM
(
    SELECT
        shop_id,
        day,
        conversation_id,
        buyer_id,
        if(days.topic = '', 'OTHER', days.topic) AS topic,
        recommended,
        recommended.3 AS sku_id
    FROM deskpulse.conversation_days AS days FINAL
    ARRAY JOIN arrayZip(`recommendations.at`, `recommendations.account`, `recommendations.sku_id`) AS recommended
    WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
) AS told
LEFT JOIN
(
    SELECT
        shop_id,
        arrayJoin([day, day - 1]) AS day,
        buyer_id,
        sku_id,
        arraySort(groupArray((paid_at, order_id, net_fen, complained))) AS orders
    FROM deskpulse.recommended_orders_between(from_day = {from_day:Date}, to_day = {to_day:Date} + 1)
    GROUP BY shop_id, day, buyer_id, sku_id
) AS sold USING (shop_id, day, buyer_id, sku_id);
