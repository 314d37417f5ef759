-- Who complained about which order, why, and about what of it? Storage of the view complaints.
-- One row per order with a complaint, and per ticket without an order that is one; the complaints of an order lie in
-- it, as which event makes one, and of which parcel, only the order tells. Not partitioned: a partition must follow
-- from each single event of the order, and none of its days does; a shop's orders lie together, and the two indexes
-- skip what lies outside a range of time. The writer repeats rows; the highest version is the row of the most complete
-- set of events, and equal versions are equal rows.
CREATE TABLE IF NOT EXISTS deskpulse.complaint_facts
(
    shop_id String COMMENT 'shop',
    about String COMMENT 'o: and the order, or t: and the ticket where no order is known',
    version UInt64 COMMENT 'distinct deliveries of events of the order and of tickets about it, count',
    is_deleted UInt8
        COMMENT '1: taken back, as the event that made the row is known to be no complaint; FINAL hides it',
    superseded UInt32 COMMENT 'deliveries not kept, as another has their event id, count',
    superseded_example String COMMENT 'event id of one of them; empty when there is none',
    order_id String COMMENT 'order, unique within the shop; empty when there is none',
    region String COMMENT 'where the order goes, as the platform names it; empty when unknown',
    first_at DateTime64(3, 'UTC') COMMENT 'first complaint',
    last_at DateTime64(3, 'UTC') COMMENT 'last complaint',
    complaints Nested
    (
        at DateTime64(3, 'UTC'),
        day Date,
        event_id String,
        source String,
        reason String,
        sku_id String,
        attribute String,
        buyer_id String,
        ticket_id String,
        conversation_id String,
        account String,
        parcel_id String,
        carrier String,
        shipped_at Nullable(DateTime64(3, 'UTC')),
        signed_at Nullable(DateTime64(3, 'UTC')),
        events UInt32,
        taken_back_at Nullable(DateTime64(3, 'UTC'))
    ) COMMENT 'once per reason and product, at the earliest event that makes it one; see the view',
    quotes Array(String)
        COMMENT 'words of buyers, redacted, by the places of complaints; only of shops that keep them, for 90 days'
        TTL toDateTime(last_at) + INTERVAL 90 DAY,
    INDEX first_at_range first_at TYPE minmax,
    INDEX last_at_range last_at TYPE minmax
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (shop_id, about)
SETTINGS min_age_to_force_merge_seconds = 3600
COMMENT 'Complaints of one order. Written at least once, read with FINAL through the views.';
