-- Which orders were placed and paid, and who is credited with them?
-- Of an order whose events name two buyers each buyer has a row. What is asked of the rows together is a window each:
-- who does not ask for it does not pay for it. That of the money is by day of payment, so that a condition on shop and
-- day passes through it; a payment told under two buyers has one instant.

--| Orders, one row each; day is the day of creation (of payment when the creation is unknown); sums by day of payment
--| use paid_day. Accounts: empty = silent, or unpaid where the model needs the payment. Money in fen; net_fen = paid
--| less every refund that succeeded, whenever it did. An order of two buyers is a row for each, with the anomaly
--| ORDER_OF_TWO_BUYERS: paid under both the same day, one row has the payment and the larger refund, the other
--| (counted_under_another) neither; paid_under_another = unpaid under this buyer, but not under the other.
CREATE OR REPLACE VIEW deskpulse.orders AS
SELECT
    shop_id,
    assumeNotNull(ifNull(created_day, paid_day)) AS day,
    order_id,
    buyer_id,
    created_at,
    created_day,
    presale,
    paid_at,
    paid_day,
    closed_at,
    nullIf(close_reason, '') AS close_reason,
    if(isNull(paid_at) OR has_money, facts.paid_fen, 0) AS paid_fen,
    multiIf(isNull(paid_at), facts.refunded_fen, has_money, largest_refund_fen, 0) AS refunded_fen,
    paid_fen - refunded_fen AS net_fen,
    refunds,
    first_guide,
    last_guide,
    order_agent,
    pay_agent,
    if(order_agent = '', pay_agent, order_agent) AS order_first,
    reminded_at,
    nullIf(reminded_by, '') AS reminded_by,
    if(rows_of_order > 1, arrayPushBack(facts.anomalies, 'ORDER_OF_TWO_BUYERS'), facts.anomalies) AS anomalies,
    isNull(paid_at) AND is_paid AS paid_under_another,
    isNotNull(paid_at) AND NOT has_money AS counted_under_another
FROM
(
    SELECT
        *,
        count() OVER whole AS rows_of_order,
        max(isNotNull(paid_at)) OVER whole AS is_paid,
        row_number() OVER (PARTITION BY shop_id, paid_day, order_id ORDER BY paid_at, buyer_id) = 1 AS has_money,
        max(refunded_fen) OVER (PARTITION BY shop_id, paid_day, order_id) AS largest_refund_fen
    FROM deskpulse.order_facts FINAL
    WINDOW whole AS (PARTITION BY shop_id, order_id)
) AS facts;
