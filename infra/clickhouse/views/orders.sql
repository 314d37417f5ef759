-- Which orders were placed and paid, and who is credited with them?

--| Orders, one row each; day is the day of creation (of payment when the creation is unknown); sums by day of payment
--| use paid_day. Accounts: empty = silent, or unpaid where the model needs the payment. Money in fen; net_fen = paid
--| less every refund that succeeded, whenever it did.
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
    paid_fen,
    refunded_fen,
    paid_fen - refunded_fen AS net_fen,
    refunds,
    first_guide,
    last_guide,
    order_agent,
    pay_agent,
    if(order_agent = '', pay_agent, order_agent) AS order_first,
    reminded_at,
    nullIf(reminded_by, '') AS reminded_by,
    anomalies
FROM deskpulse.order_facts FINAL;
