-- How many contacts will come on a day?
-- The intervals of a day err together, so a day has quantiles of its own: those of its intervals cannot be added.
CREATE TABLE IF NOT EXISTS deskpulse.forecast_totals
(
    shop_id String COMMENT 'shop',
    channel String COMMENT 'channel, as in conversations',
    interval_min UInt32 COMMENT 'length of the intervals beneath, minutes',
    made_at DateTime64(3, 'UTC') COMMENT 'when it was made',
    day Date COMMENT 'day of the shop',
    lead_days UInt32 COMMENT 'days from the last whole day that it was learned from',
    mean Float64 COMMENT 'contacts expected of the whole day',
    p025 Float64 COMMENT '2.5 % quantile of the contacts',
    p10 Float64 COMMENT '10 % quantile',
    p25 Float64 COMMENT '25 % quantile',
    p50 Float64 COMMENT 'median',
    p75 Float64 COMMENT '75 % quantile',
    p90 Float64 COMMENT '90 % quantile',
    p95 Float64 COMMENT '95 % quantile',
    p975 Float64 COMMENT '97.5 % quantile',
    confidence UInt32 COMMENT 'comparable days that the quantiles stand on, count',
    young Bool COMMENT 'whether less than four weeks of history stand behind it',
    event_id String COMMENT 'names and phases of the events of the day, joined by +; empty = none',
    model String COMMENT 'what made it, as in forecast_slots'
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(made_at)
ORDER BY (shop_id, channel, interval_min, made_at, day)
TTL toDateTime(made_at) + INTERVAL 400 DAY
COMMENT 'Forecasts by day, kept for 400 days. Read through forecast_days.';
