-- What sells without service?

--| Paid orders, one row each, on the day of payment. silent = no candidate consult of the payment. Money in the
--| smallest unit of currency (see orders); refunds are taken from the day of the payment, whenever they succeed.
CREATE OR REPLACE VIEW deskpulse.sales AS
SELECT
    shop_id,
    assumeNotNull(paid_day) AS day,
    order_id,
    buyer_id,
    paid_at,
    toBool(CAST(last_guide, 'String') = '') AS silent,
    paid_fen,
    refunded_fen,
    net_fen,
    currency,
    minor_digits,
    refunds,
    products,
    refunds_asked
FROM deskpulse.orders
WHERE isNotNull(paid_at) AND NOT counted_under_another;
