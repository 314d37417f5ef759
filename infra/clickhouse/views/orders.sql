-- Which orders were placed and paid, and who is credited with them?
-- Hardly any order has two buyers. Which do a job tells (shared_order_facts), so that their rows alone are looked at
-- together; the others are read as they lie.

--| Orders, one row each; day is the day of creation (of payment when the creation is unknown); sums by day of payment
--| use paid_day. Accounts: empty = silent, or unpaid where the model needs the payment. net_fen = paid less every
--| refund that succeeded, whenever it did. Money is in the smallest unit of currency, the shop's, which has
--| minor_digits decimals (fen of CNY): add up no two currencies. An order of two buyers is a row for each, with the
--| anomaly ORDER_OF_TWO_BUYERS: paid under both, the row that was paid first has the payment and the larger refund, the
--| other (counted_under_another) neither; paid_under_another = unpaid under this buyer, but not under the other.
--| products = of its lines, each once; refunds_asked = (product, instant) of each refund asked for or paid, the product
--| empty where it is about the order.
CREATE OR REPLACE VIEW deskpulse.orders AS
WITH (SELECT known FROM deskpulse.shop_lookup) AS known
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
    if(counted_under_another, 0, facts.paid_fen) AS paid_fen,
    multiIf(counted_under_another, 0, isNotNull(paid_at), largest_refund_fen, facts.refunded_fen) AS refunded_fen,
    paid_fen - refunded_fen AS net_fen,
    transform(shop_id, known.shops, known.currencies, known.other_currency) AS currency,
    transform(shop_id, known.shops, known.minor_digits, known.other_minor_digits) AS minor_digits,
    refunds,
    first_guide,
    last_guide,
    order_agent,
    pay_agent,
    if(order_agent = '', pay_agent, order_agent) AS order_first,
    reminded_at,
    nullIf(reminded_by, '') AS reminded_by,
    if(shared, arrayPushBack(facts.anomalies, 'ORDER_OF_TWO_BUYERS'), facts.anomalies) AS anomalies,
    products,
    arrayZip(`refund_requests.sku_id`, `refund_requests.at`) AS refunds_asked,
    isNull(paid_at) AND is_paid AS paid_under_another,
    isNotNull(paid_at) AND NOT has_money AS counted_under_another
FROM
(
    SELECT
        *,
        false AS shared,
        false AS is_paid,
        true AS has_money,
        refunded_fen AS largest_refund_fen
    FROM deskpulse.order_facts FINAL
    WHERE (shop_id, order_id) NOT IN (SELECT shop_id, order_id FROM deskpulse.shared_order_facts)

    UNION ALL

    SELECT
        *,
        count() OVER whole > 1 AS shared,
        max(isNotNull(paid_at)) OVER whole AS is_paid,
        row_number() OVER (PARTITION BY shop_id, order_id ORDER BY isNull(paid_at), paid_at, buyer_id) = 1 AS has_money,
        max(refunded_fen) OVER whole AS largest_refund_fen
    FROM deskpulse.order_facts FINAL
    WHERE (shop_id, order_id) IN (SELECT shop_id, order_id FROM deskpulse.shared_order_facts)
    WINDOW whole AS (PARTITION BY shop_id, order_id)
) AS facts;
