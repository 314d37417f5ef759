-- Which orders do events tell of under several buyers? Hardly any order is; the view orders looks
-- at the rows of these together.
CREATE TABLE IF NOT EXISTS deskpulse.shared_order_facts
(
    shop_id String COMMENT 'shop',
    order_id String COMMENT 'order, unique within the shop',
    version UInt64 COMMENT 'number of buyers known, which only grows',
    buyers UInt32 COMMENT 'the same'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (shop_id, order_id)
COMMENT 'Orders whose events name several buyers. Written at least once, read with FINAL through the views.';

-- What releases before told of: orders that have rows under several buyers.
INSERT INTO deskpulse.shared_order_facts (shop_id, order_id, version, buyers)
SELECT shop_id, order_id, uniqExact(buyer_id) AS version, version AS buyers
FROM deskpulse.order_facts
GROUP BY shop_id, order_id
HAVING version > 1;
