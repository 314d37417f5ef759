-- What became of each order, and who is credited with it?
-- One row per shop, order and buyer (an order under two buyers is two rows, and named in order_anomalies). Not
-- partitioned: a partition must follow from each single event of the order, and none of its days does; a shop's
-- orders lie together, and the two indexes skip what lies outside a range of days.
--
-- The rows move to a table of the new form, which takes the old one's name while jobs go on writing. What an
-- attempt that broke off left behind, in either form, is taken in first, so that the file may be repeated from
-- any statement on. Both forms have the same columns in the same order, as either may be copied into the other.
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    ADD COLUMN IF NOT EXISTS superseded UInt32
        COMMENT 'deliveries not kept, as another has their event id, count: of creation and payment; see buyer_days',
    ADD COLUMN IF NOT EXISTS superseded_example String COMMENT 'event id of one of them; empty when there is none';

CREATE TABLE IF NOT EXISTS deskpulse.order_facts_v2 AS deskpulse.order_facts;

INSERT INTO deskpulse.order_facts SELECT * FROM deskpulse.order_facts_v2 SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.order_facts_v2 SYNC;

CREATE TABLE deskpulse.order_facts_v2
(
    shop_id String COMMENT 'shop',
    order_id String COMMENT 'order, unique within the shop',
    buyer_id String COMMENT 'keyed hash of the buyer',
    version UInt64 COMMENT 'distinct deliveries of events of the buyer, up to the last that touched the order',
    created_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first creation; null while unknown',
    created_day Nullable(Date) COMMENT 'the same as calendar day of the shop',
    presale Bool COMMENT 'paid by deposit and balance',
    paid_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'payment in full: the first, or the last part of one by several means; null while unpaid',
    paid_day Nullable(Date) COMMENT 'the same as calendar day of the shop',
    paid_fen Int64 COMMENT 'amount of that payment, all parts, fen; 0 while unpaid',
    refunded_fen Int64 COMMENT 'sum of all refunds that succeeded, whenever they did, each part of each once, fen',
    refunds UInt32 COMMENT 'number of those refunds',
    closed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first close; null when it was not closed',
    close_reason String COMMENT 'why, as the platform names it; empty when it was not closed',
    reminded_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first reminder to pay while neither paid nor closed',
    reminded_by String COMMENT 'account that reminded; empty when automatic or none did',
    first_guide String COMMENT 'account of the earliest candidate consult of the payment; empty = silent or unpaid',
    last_guide String COMMENT 'account of the latest candidate consult of the payment; empty = silent or unpaid',
    order_agent String COMMENT 'account of the latest candidate consult of the creation; empty = silent',
    pay_agent String
        COMMENT 'account of the latest consult after the creation and up to the payment; empty = silent or unpaid',
    anomalies Array(String) COMMENT 'what cannot be about the order, see view order_anomalies',
    is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    superseded UInt32
        COMMENT 'deliveries not kept, as another has their event id, count: of creation and payment; see buyer_days',
    superseded_example String COMMENT 'event id of one of them; empty when there is none',
    INDEX created_day_range created_day TYPE minmax,
    INDEX paid_day_range paid_day TYPE minmax
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (shop_id, order_id, buyer_id)
SETTINGS min_age_to_force_merge_seconds = 3600
COMMENT 'Facts of one order. Written at least once, read with FINAL through the views.';

INSERT INTO deskpulse.order_facts_v2 SELECT * FROM deskpulse.order_facts SETTINGS max_partitions_per_insert_block = 0;

EXCHANGE TABLES deskpulse.order_facts AND deskpulse.order_facts_v2;

-- Inserts that began before the exchange end in the old table: they get their time, then all is copied once
-- more.
SELECT sleepEachRow(3) FROM (SELECT 1 FROM deskpulse.order_facts_v2 LIMIT 1);

INSERT INTO deskpulse.order_facts SELECT * FROM deskpulse.order_facts_v2 SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.order_facts_v2 SYNC;
