-- What went wrong with orders, and who spoke first? Storage of the view order_troubles.
-- One row per shop, order, trouble and buyer, not partitioned for the reason order_facts gives. Column order is the writer's
-- binary order: add columns at the end only.
CREATE TABLE IF NOT EXISTS deskpulse.order_trouble_facts
(
    shop_id LowCardinality(String) COMMENT 'shop',
    order_id String COMMENT 'order',
    trouble_id String COMMENT 'trouble, unique within the shop',
    buyer_id String COMMENT 'keyed hash of the buyer',
    version UInt64 COMMENT 'number of distinct events of the buyer up to and including the last that touched the trouble',
    kind LowCardinality(String) COMMENT 'OUT_OF_STOCK, ADDRESS_INCOMPLETE, PHONE_INVALID, UNDELIVERABLE, LOGISTICS_STALLED or LOGISTICS_DELAYED',
    detected_day Date COMMENT 'calendar day of the shop on which it was detected',
    detected_at DateTime64(3, 'UTC') COMMENT 'first detection',
    first_contact_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first message of the buyer or of an account after detection, in any conversation; null while there is none',
    contacted_by_shop Bool COMMENT 'that message was the shop''s; false while there is none',
    contact_account LowCardinality(String) COMMENT 'account that sent it; empty when the buyer did, or the account is unknown',
    fixed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first time it was reported fixed; null while it was not'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (shop_id, order_id, trouble_id, buyer_id)
SETTINGS min_age_to_force_merge_seconds = 3600
COMMENT 'Facts of one trouble of an order. Written at least once, read with FINAL through the views.';
