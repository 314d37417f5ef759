-- What was paid for each case of a defect?
-- Money is in the smallest unit of the shop's currency. An order or a ticket with several cases is shared among them to
-- the last unit, so that sums over products are what was paid.

--| Cases with what was paid for them. refunded_fen = every refund of the order that succeeded; compensated_fen = of
--| tickets of the order whose solution was a compensation that is done. Each shared among the cases of the order.
CREATE OR REPLACE VIEW deskpulse.defect_payments AS
WITH
    cases AS
    (
        SELECT
            *,
            count() OVER whole AS of_order,
            row_number() OVER (PARTITION BY shop_id, about ORDER BY first_at, sku_id, attribute) AS place
        FROM deskpulse.defect_cases
        WINDOW whole AS (PARTITION BY shop_id, about)
    )
SELECT
    shop_id,
    day,
    sku_id,
    attribute,
    about,
    first_at,
    buyer_id,
    toInt64(intDiv(paid_back * place, of_order) - intDiv(paid_back * (place - 1), of_order)) AS refunded_fen,
    toInt64(intDiv(made_good * place, of_order) - intDiv(made_good * (place - 1), of_order)) AS compensated_fen
FROM
(
    SELECT
        cases.shop_id AS shop_id,
        cases.day AS day,
        cases.sku_id AS sku_id,
        cases.attribute AS attribute,
        cases.about AS about,
        cases.first_at AS first_at,
        cases.buyer_id AS buyer_id,
        cases.of_order AS of_order,
        cases.place AS place,
        ifNull(orders.paid_back, 0) AS paid_back,
        ifNull(solved.made_good, 0) AS made_good
    FROM cases
    LEFT JOIN
    (
        SELECT shop_id, concat('o:', order_id) AS about, toInt64(max(refunded_fen)) AS paid_back
        FROM deskpulse.order_facts FINAL
        WHERE refunded_fen != 0
        GROUP BY shop_id, about
    ) AS orders ON cases.shop_id = orders.shop_id AND cases.about = orders.about
    LEFT JOIN
    (
        SELECT told.shop_id AS shop_id, told.about AS about, toInt64(sum(ifNull(solution_fen, 0))) AS made_good
        FROM
        (
            SELECT shop_id, about, arrayJoin(arrayDistinct(arrayFlatten(groupArray(tickets)))) AS ticket_id
            FROM cases
            GROUP BY shop_id, about
        ) AS told
        INNER JOIN
        (
            SELECT shop_id, ticket_id, solution_fen
            FROM deskpulse.ticket_facts FINAL
            WHERE solution = 'COMPENSATION' AND isNotNull(solution_done_at)
        ) AS tickets ON told.shop_id = tickets.shop_id AND told.ticket_id = tickets.ticket_id
        GROUP BY shop_id, about
    ) AS solved ON cases.shop_id = solved.shop_id AND cases.about = solved.about
);
