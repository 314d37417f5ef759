-- Which days teach forecasts nothing, and who says so?
CREATE TABLE IF NOT EXISTS deskpulse.forecast_tag_log
(
    shop_id String COMMENT 'shop; empty = every shop',
    tag_id String COMMENT 'short name of the tag',
    version UInt64 COMMENT '1 when made, 2 when removed',
    channel String COMMENT 'channel; empty = all',
    tag String COMMENT 'OUTAGE, ROUTING, PROMOTION or TEST',
    from_day Date COMMENT 'first day, on the shop''s clock',
    to_day Date COMMENT 'last day',
    reason String COMMENT 'what happened, in the words of who made it',
    made_by String COMMENT 'who made it',
    made_at DateTime64(3, 'UTC') COMMENT 'when it was made: forecasts know of it from then on',
    removed_by String COMMENT 'who removed it; empty = nobody',
    removed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when it was removed; null = it holds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (shop_id, tag_id)
COMMENT 'Days that forecasts leave out, kept for ever. Read through forecast_tags.';
