-- What did each buyer do on each day with an account's reply? Storage of the views enquiries and order_anomalies.
-- One row per shop, day and buyer with at least one reply of an account, or one event that presupposes an order. Column order is
-- the writer's binary order: add columns at the end only.
CREATE TABLE IF NOT EXISTS deskpulse.buyer_days
(
    shop_id LowCardinality(String) COMMENT 'shop',
    day Date COMMENT 'calendar day in the time zone of the shop',
    buyer_id String COMMENT 'keyed hash of the buyer',
    version UInt64 COMMENT 'number of distinct events of the buyer up to and including the last that touched the day',
    consulted_at Nullable(DateTime64(3, 'UTC')) COMMENT 'first consult of the day; null when there is none: then the row is no enquiry',
    accounts Array(LowCardinality(String)) COMMENT 'accounts consulted, in the order of their first consult',
    bought_before Bool COMMENT 'an order was paid in the 21 times 24 hours before the first consult',
    ordered_same_day Bool COMMENT 'an order was created after the first consult, the same day',
    paid_same_day Bool COMMENT 'an order was paid after the first consult, the same day',
    paid_next_day Bool COMMENT 'an order was paid on the next day',
    replies_without_account UInt32 COMMENT 'replies whose account the event did not tell, count; nobody can be credited, so they are no consults',
    `orphans.order_id` Array(String) COMMENT 'orders of which an event came this day and neither creation nor payment before',
    `orphans.kind` Array(LowCardinality(String)) COMMENT 'what that event was'
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY day
ORDER BY (shop_id, day, buyer_id)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1
COMMENT 'Facts of one buyer on one day. Written at least once, read with FINAL through the views.';
