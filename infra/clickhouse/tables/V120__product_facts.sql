-- Which products of each order were delivered, and which defects did tickets note? What defects are counted against.
-- One row per order with a delivered line, and per order or ticket of which a defect is noted. Not partitioned, as
-- complaint_facts: a shop's orders lie together. The writer repeats rows; the highest version is the row of the most
-- complete set of events, and equal versions are equal rows.
CREATE TABLE IF NOT EXISTS deskpulse.product_facts
(
    shop_id String COMMENT 'shop',
    about String COMMENT 'o: and the order, or t: and the ticket where no order is known',
    version UInt64 COMMENT 'distinct deliveries of events of the order and of tickets about it, count',
    is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to be another one; FINAL hides it',
    superseded UInt32 COMMENT 'deliveries not kept, as another has their event id, count; complaint_facts goes first',
    superseded_example String COMMENT 'event id of one of them; empty when there is none',
    order_id String COMMENT 'order, unique within the shop; empty when there is none',
    lines Nested
    (
        sku_id String,
        signed_at DateTime64(3, 'UTC'),
        day Date
    ) COMMENT 'products delivered, each once, with the first parcel signed that brings it',
    defects Nested
    (
        event_id String,
        ticket_id String,
        buyer_id String,
        sku_id String,
        attribute String,
        severity String,
        noted_at DateTime64(3, 'UTC'),
        day Date
    ) COMMENT 'defects that tickets note, in order',
    INDEX signed_range lines.signed_at TYPE minmax
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (shop_id, about)
SETTINGS min_age_to_force_merge_seconds = 3600
COMMENT 'Products delivered of an order, and their defects. Written at least once, read with FINAL through the views.';
