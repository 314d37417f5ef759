-- What is told of orders that cannot be?

--| What cannot be about orders, one row per order and anomaly. ..._BEFORE_ORDER = an event of an order neither created
--| nor paid before it: out of order at the source, older than the import, or forgotten; its money is in no sum unless
--| the order turns up.
CREATE OR REPLACE VIEW deskpulse.order_anomalies AS
SELECT shop_id, day, order_id, buyer_id, anomaly
FROM deskpulse.orders
ARRAY JOIN anomalies AS anomaly
UNION ALL
SELECT shop_id, day, orphan_order_id AS order_id, buyer_id, concat(orphan_kind, '_BEFORE_ORDER') AS anomaly
FROM deskpulse.buyer_days FINAL
ARRAY JOIN `orphans.order_id` AS orphan_order_id, `orphans.kind` AS orphan_kind;
