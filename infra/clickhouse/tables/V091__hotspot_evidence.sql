-- How did the evidence of a cell come to its threshold?
-- One row per shop, cell and tick of five minutes with a complaint of it, while an alarm is open or the evidence is
-- within a tenth of the threshold. Rows of one key are equal.
CREATE TABLE IF NOT EXISTS deskpulse.hotspot_evidence
(
    shop_id String COMMENT 'shop',
    reason String COMMENT 'why buyers complain, code of the taxonomy',
    dimension String COMMENT 'what the cell is of: SKU, REGION, CARRIER, AGENT_GROUP or SHOP',
    value String COMMENT 'which of them; empty for the whole shop',
    at DateTime64(3, 'UTC') COMMENT 'end of the tick',
    score Float64 COMMENT 'natural logarithm of the evidence',
    threshold Float64 COMMENT 'score at which alarms of the dimension open that day',
    is_open Bool COMMENT 'the cell has an open alarm'
)
ENGINE = ReplacingMergeTree
ORDER BY (shop_id, reason, dimension, value, at)
TTL toDateTime(at, 'UTC') + INTERVAL 400 DAY
COMMENT 'Evidence of cells that ring or nearly do, kept for 400 days. Read through hotspot_scores.';
