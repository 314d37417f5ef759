-- Who expects something else than the forecast, for when, and why?
-- An override lies beside the forecast and never replaces it: both are judged by what comes.
CREATE TABLE IF NOT EXISTS deskpulse.forecast_override_log
(
    shop_id String COMMENT 'shop',
    override_id String COMMENT 'short name of the override',
    version UInt64 COMMENT '1 when made, 2 when removed',
    channel String COMMENT 'channel, as in conversations',
    from_at DateTime64(3, 'UTC') COMMENT 'start of the range',
    to_at DateTime64(3, 'UTC') COMMENT 'end of the range, exclusive',
    kind String COMMENT 'FACTOR = the mean times the amount; VALUE = contacts of the whole range',
    amount Float64 COMMENT 'factor, or contacts of the whole range',
    means Array(Float64) COMMENT 'VALUE: contacts of each quarter of an hour, spread as the forecast was then',
    reason String COMMENT 'why, in the words of who made it',
    made_by String COMMENT 'who made it',
    made_at DateTime64(3, 'UTC') COMMENT 'when it was made',
    removed_by String COMMENT 'who removed it; empty = nobody',
    removed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when it was removed; null = it holds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (shop_id, override_id)
COMMENT 'Overrides of forecasts, kept for ever. Read through forecast_overrides.';
