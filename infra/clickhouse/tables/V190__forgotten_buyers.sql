-- Whose rows were deleted on request, so that what jobs write again of them can be deleted again?
-- A job that remembers events of the buyer writes the row anew when another one comes. The hash tells nobody who the
-- buyer is without the key, and is itself kept no longer than anything could bring the rows back.
CREATE TABLE IF NOT EXISTS deskpulse.forgotten_buyers
(
    shop_id String COMMENT 'shop',
    buyer String COMMENT 'keyed hash of the buyer, as buyer_id elsewhere',
    forgotten_at DateTime64(3, 'UTC') COMMENT 'when it was asked for last'
)
ENGINE = ReplacingMergeTree(forgotten_at)
ORDER BY (shop_id, buyer)
TTL toDateTime(forgotten_at, 'UTC') + INTERVAL 400 DAY
COMMENT 'Buyers whose rows deskpulse forget deleted, kept for 400 days.';
