-- Which days were far from what was expected, and has nobody said why?
CREATE TABLE IF NOT EXISTS deskpulse.forecast_oddities
(
    shop_id String COMMENT 'shop',
    channel String COMMENT 'channel, as in conversations',
    day Date COMMENT 'day of the shop',
    contacts Float64 COMMENT 'contacts that came',
    usual Float64 COMMENT 'median of the same weekday around it, contacts',
    made_at DateTime64(3, 'UTC') COMMENT 'run that found it'
)
ENGINE = ReplacingMergeTree(made_at)
ORDER BY (shop_id, channel, day)
COMMENT 'Days that forecasts took for oddities, proposed to be tagged. Read through forecast_tag_proposals.';
