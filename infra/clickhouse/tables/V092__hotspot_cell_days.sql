-- What was expected of a cell on a day, and what was seen?
-- One row per shop, day and cell with a complaint, with half an expected one, or with twice the rate of its peers.
CREATE TABLE IF NOT EXISTS deskpulse.hotspot_cell_days
(
    shop_id String COMMENT 'shop',
    day Date COMMENT 'day of the shop',
    reason String COMMENT 'why buyers complain, code of the taxonomy',
    dimension String COMMENT 'what the cell is of: SKU, REGION, CARRIER, AGENT_GROUP or SHOP',
    value String COMMENT 'which of them; empty for the whole shop',
    exposures Float64 COMMENT 'order lines signed, parcels handed over or conversations with people of the day, count',
    observed UInt32 COMMENT 'complaints counted, each buyer once in 24 h, count',
    expected Float64 COMMENT 'complaints expected of the exposures until then at the rate of the cell, count',
    buyers UInt32 COMMENT 'different buyers among the complaints of the last seven days, count',
    rate Float64 COMMENT 'rate of the cell relative to that of its reason in the shop, with this day in it',
    rate_low Float64 COMMENT '5 % quantile of that rate',
    rate_typical Float64 COMMENT 'geometric mean of that rate (EBGM)'
)
ENGINE = ReplacingMergeTree
ORDER BY (shop_id, day, reason, dimension, value)
TTL day + INTERVAL 400 DAY
COMMENT 'Days of cells of complaint hotspots, kept for 400 days. Read through hotspot_days.';
