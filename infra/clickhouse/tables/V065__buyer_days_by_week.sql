-- What did each buyer do on each day with an account's reply, and which rows were taken back since?
-- One row per shop, day and buyer with at least one reply of an account, or one event that presupposes an
-- order. A week to a partition, and no dictionaries, as conversation_days.
--
-- The rows move to a table of the new form, which takes the old one's name while jobs go on writing. What an
-- attempt that broke off left behind, in either form, is taken in first, so that the file may be repeated from
-- any statement on. Both forms have the same columns in the same order, as either may be copied into the other.
ALTER TABLE deskpulse.buyer_days
    ADD COLUMN IF NOT EXISTS is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    ADD COLUMN IF NOT EXISTS superseded UInt32
        COMMENT 'deliveries not kept, as another has their event id, count: of orders but their creation and payment',
    ADD COLUMN IF NOT EXISTS superseded_example String COMMENT 'event id of one of them; empty when there is none';

CREATE TABLE IF NOT EXISTS deskpulse.buyer_days_v2 AS deskpulse.buyer_days;

INSERT INTO deskpulse.buyer_days SELECT * FROM deskpulse.buyer_days_v2 SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.buyer_days_v2 SYNC;

CREATE TABLE deskpulse.buyer_days_v2
(
    shop_id String COMMENT 'shop',
    day Date COMMENT 'calendar day in the time zone of the shop',
    buyer_id String COMMENT 'keyed hash of the buyer',
    version UInt64 COMMENT 'distinct deliveries of events of the buyer, up to the last that touched the day',
    consulted_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'first consult of the day; null when there is none: then the row is no enquiry',
    accounts Array(String) COMMENT 'accounts consulted, in the order of their first consult',
    bought_before Bool COMMENT 'an order was paid in the 21 times 24 hours before the first consult',
    ordered_same_day Bool COMMENT 'an order was created after the first consult, the same day',
    paid_same_day Bool COMMENT 'an order was paid after the first consult, the same day',
    paid_next_day Bool COMMENT 'an order was paid on the next day',
    replies_without_account UInt32
        COMMENT 'replies whose account the event did not tell, count; nobody can be credited, so they are no consults',
    `orphans.order_id` Array(String)
        COMMENT 'orders of which an event came this day and neither creation nor payment before',
    `orphans.kind` Array(String) COMMENT 'what that event was',
    is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to belong elsewhere; FINAL hides it',
    superseded UInt32
        COMMENT 'deliveries not kept, as another has their event id, count: of orders but their creation and payment',
    superseded_example String COMMENT 'event id of one of them; empty when there is none'
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toMonday(day)
ORDER BY (shop_id, day, buyer_id)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1
COMMENT 'Facts of one buyer on one day. Written at least once, read with FINAL through the views.';

INSERT INTO deskpulse.buyer_days_v2 SELECT * FROM deskpulse.buyer_days SETTINGS max_partitions_per_insert_block = 0;

EXCHANGE TABLES deskpulse.buyer_days AND deskpulse.buyer_days_v2;

-- Inserts that began before the exchange end in the old table: they get their time, then all is copied once
-- more.
SELECT sleepEachRow(3) FROM (SELECT 1 FROM deskpulse.buyer_days_v2 LIMIT 1);

INSERT INTO deskpulse.buyer_days SELECT * FROM deskpulse.buyer_days_v2 SETTINGS max_partitions_per_insert_block = 0;

DROP TABLE deskpulse.buyer_days_v2 SYNC;
