-- What went wrong with orders, and who spoke first?
-- One row per shop, order, trouble and buyer, not partitioned for the reason order_facts gives.
--
-- The rows move to a table of the new form, which takes the old one's name while jobs go on writing. What an
-- attempt that broke off left behind, in either form, is taken in first, so that the file may be repeated from
-- any statement on. Both forms have the same columns in the same order, as either may be copied into the other.
ALTER TABLE deskpulse.order_trouble_facts
    ADD COLUMN IF NOT EXISTS is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    ADD COLUMN IF NOT EXISTS superseded UInt32
        COMMENT 'deliveries not kept, as another has their event id, count: 0 as a rule, see buyer_days',
    ADD COLUMN IF NOT EXISTS superseded_example String COMMENT 'event id of one of them; empty when there is none';

CREATE TABLE IF NOT EXISTS deskpulse.order_trouble_facts_v2 AS deskpulse.order_trouble_facts;

INSERT INTO deskpulse.order_trouble_facts SELECT * FROM deskpulse.order_trouble_facts_v2
SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.order_trouble_facts_v2 SYNC;

CREATE TABLE deskpulse.order_trouble_facts_v2
(
    shop_id String COMMENT 'shop',
    order_id String COMMENT 'order',
    trouble_id String COMMENT 'trouble, unique within the shop',
    buyer_id String COMMENT 'keyed hash of the buyer',
    version UInt64 COMMENT 'distinct deliveries of events of the buyer, up to the last that touched the trouble',
    kind String COMMENT 'OUT_OF_STOCK, ADDRESS_INCOMPLETE, PHONE_INVALID, UNDELIVERABLE, LOGISTICS_STALLED or _DELAYED',
    detected_day Date COMMENT 'calendar day of the shop on which it was detected',
    detected_at DateTime64(3, 'UTC') COMMENT 'first detection',
    first_contact_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'first message of the buyer or an account after detection, in any conversation; null while none',
    contacted_by_shop Bool COMMENT 'that message was the shop''s; false while there is none',
    contact_account String COMMENT 'account that sent it; empty when the buyer did, or the account is unknown',
    fixed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first time it was reported fixed; null while it was not',
    is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    superseded UInt32 COMMENT 'deliveries not kept, as another has their event id, count: 0 as a rule, see buyer_days',
    superseded_example String COMMENT 'event id of one of them; empty when there is none'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (shop_id, order_id, trouble_id, buyer_id)
SETTINGS min_age_to_force_merge_seconds = 3600
COMMENT 'Facts of one trouble of an order. Written at least once, read with FINAL through the views.';

INSERT INTO deskpulse.order_trouble_facts_v2 SELECT * FROM deskpulse.order_trouble_facts
SETTINGS max_partitions_per_insert_block = 0;

EXCHANGE TABLES deskpulse.order_trouble_facts AND deskpulse.order_trouble_facts_v2;

-- Inserts that began before the exchange end in the old table: they get their time, then all is copied once
-- more.
SELECT sleepEachRow(3) FROM (SELECT 1 FROM deskpulse.order_trouble_facts_v2 LIMIT 1);

INSERT INTO deskpulse.order_trouble_facts SELECT * FROM deskpulse.order_trouble_facts_v2
SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.order_trouble_facts_v2 SYNC;
