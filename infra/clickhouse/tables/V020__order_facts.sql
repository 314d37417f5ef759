-- What became of each order, and who is credited with it? Storage of the views orders, attribution and order_anomalies.
-- One row per shop, order and buyer (an order under two buyers is two rows, and named in order_anomalies). The writer repeats
-- rows; the highest version is the row of the most complete set of events, and equal versions are equal rows.
-- Not partitioned: a partition must follow from each single event of the order, and none of its days does; a shop's orders lie
-- together, and the two indexes skip what lies outside a range of days. Column order is the writer's binary order: add columns
-- at the end only.
CREATE TABLE IF NOT EXISTS deskpulse.order_facts
(
    shop_id LowCardinality(String) COMMENT 'shop',
    order_id String COMMENT 'order, unique within the shop',
    buyer_id String COMMENT 'keyed hash of the buyer',
    version UInt64 COMMENT 'number of distinct events of the buyer up to and including the last that touched the order',
    created_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first creation; null while unknown',
    created_day Nullable(Date) COMMENT 'the same as calendar day of the shop',
    presale Bool COMMENT 'paid by deposit and balance',
    paid_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first payment in full; null while unpaid',
    paid_day Nullable(Date) COMMENT 'the same as calendar day of the shop',
    paid_fen Int64 COMMENT 'amount of that payment, fen; 0 while unpaid',
    refunded_fen Int64 COMMENT 'sum of all refunds that succeeded, whenever they did, each once, fen',
    refunds UInt32 COMMENT 'number of those refunds',
    closed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first close; null when it was not closed',
    close_reason LowCardinality(String) COMMENT 'why, as the platform names it; empty when it was not closed',
    reminded_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first reminder to pay while neither paid nor closed',
    reminded_by LowCardinality(String) COMMENT 'account that reminded; empty when automatic or none did',
    first_guide LowCardinality(String) COMMENT 'account of the earliest candidate consult of the payment; empty = silent or unpaid',
    last_guide LowCardinality(String) COMMENT 'account of the latest candidate consult of the payment; empty = silent or unpaid',
    order_agent LowCardinality(String) COMMENT 'account of the latest candidate consult of the creation; empty = silent',
    pay_agent LowCardinality(String) COMMENT 'account of the latest consult after the creation and up to the payment; empty = silent or unpaid',
    anomalies Array(LowCardinality(String)) COMMENT 'what cannot be about the order, see view order_anomalies',
    INDEX created_day_range created_day TYPE minmax,
    INDEX paid_day_range paid_day TYPE minmax
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (shop_id, order_id, buyer_id)
SETTINGS min_age_to_force_merge_seconds = 3600
COMMENT 'Facts of one order. Written at least once, read with FINAL through the views.';
