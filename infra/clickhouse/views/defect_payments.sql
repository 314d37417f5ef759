-- What was paid for each case of a defect?
-- Money is in the smallest unit of the shop's currency. An order or a ticket with several cases is shared among them to
-- the last unit, so that sums over products are what was paid.

--| Cases with what was paid for them. refunded_fen = every refund of the order that succeeded; compensated_fen = of
--| tickets of the order whose solution was a compensation that is done. Each shared among the cases of the order.
CREATE OR REPLACE VIEW deskpulse.defect_payments AS
SELECT
    shop_id,
    one.day AS day,
    one.sku_id AS sku_id,
    one.attribute AS attribute,
    about,
    one.first_at AS first_at,
    one.buyer_id AS buyer_id,
    toInt64(intDiv(paid_back * place, of_order) - intDiv(paid_back * (place - 1), of_order)) AS refunded_fen,
    toInt64(intDiv(made_good * place, of_order) - intDiv(made_good * (place - 1), of_order)) AS compensated_fen
FROM
(
    SELECT
        told.shop_id AS shop_id,
        told.about AS about,
        any(told.each) AS each,
        toInt64(length(each)) AS of_order,
        toInt64(any(orders.paid_back)) AS paid_back,
        toInt64(sum(ifNull(solved.solution_fen, 0))) AS made_good
    FROM
    (
        SELECT shop_id, about, each, arrayJoin(if(empty(tickets), [''], tickets)) AS ticket_id
        FROM
        (
            SELECT
                shop_id,
                about,
                arraySort(
                    one -> (one.first_at, one.sku_id, one.attribute),
                    groupArray(CAST(
                        (day, sku_id, attribute, first_at, buyer_id),
                        'Tuple(day Date, sku_id String, attribute String, first_at DateTime64(3, \'UTC\'),
                            buyer_id String)'))) AS each,
                groupUniqArrayArray(tickets) AS tickets
            FROM deskpulse.defect_cases
            GROUP BY shop_id, about
        )
    ) AS told
    LEFT JOIN
    (
        SELECT shop_id, concat('o:', order_id) AS about, toInt64(max(refunded_fen)) AS paid_back
        FROM deskpulse.order_facts FINAL
        WHERE refunded_fen != 0
        GROUP BY shop_id, about
    ) AS orders ON told.shop_id = orders.shop_id AND told.about = orders.about
    LEFT JOIN
    (
        SELECT shop_id, ticket_id, solution_fen
        FROM deskpulse.ticket_facts FINAL
        WHERE solution = 'COMPENSATION' AND isNotNull(solution_done_at)
    ) AS solved ON told.shop_id = solved.shop_id AND told.ticket_id = solved.ticket_id
    GROUP BY shop_id, about
)
ARRAY JOIN
    each AS one,
    arrayEnumerate(each) AS place;
