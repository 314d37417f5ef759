-- Which account does each attribution model credit with a paid order?

--| Paid orders by attribution model, five rows each, on the day of payment; account empty = silent. Money in the
--| smallest unit of currency (see orders).
CREATE OR REPLACE VIEW deskpulse.attribution AS
SELECT
    shop_id,
    assumeNotNull(paid_day) AS day,
    order_id,
    buyer_id,
    model,
    account,
    paid_fen,
    net_fen,
    currency,
    minor_digits
FROM deskpulse.orders
ARRAY JOIN
    ['first_guide', 'last_guide', 'order', 'pay', 'order_first'] AS model,
    [first_guide, last_guide, order_agent, pay_agent, order_first] AS account
WHERE isNotNull(paid_at) AND NOT counted_under_another;
