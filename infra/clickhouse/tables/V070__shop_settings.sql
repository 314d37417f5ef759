-- What are shops: where do their clocks hang, what is their money, when are they open, which rule are they judged by?
-- Storage of the view shops. `deskpulse shops apply` writes it whole: a shop that the file no longer has gets a row
-- that says so, and the views then tell what holds for shops without settings: the row with an empty shop_id.
-- Hours are on the shop's own clock, from second to second (exclusive), on days from from_day to to_day (exclusive).
-- Those of one date stand in place of its weekday's; it is closed when both seconds are 0.
CREATE TABLE IF NOT EXISTS deskpulse.shop_settings
(
    shop_id String COMMENT 'shop; empty = every shop without a row of its own',
    version UInt64 COMMENT 'number of the application of settings that wrote the row; the latest holds',
    removed UInt8 COMMENT '1 = that application had no such shop',
    name String COMMENT 'what people call the shop; empty = by its id',
    platform String COMMENT 'where it sells: tb, jd, dy, pdd, or a word of its own',
    zone String COMMENT 'IANA time zone of its days, hours and rules',
    currency String COMMENT 'ISO 4217 code of its money',
    minor_digits UInt8 COMMENT 'decimal digits of that currency; amounts are stored in its smallest unit',
    language String COMMENT 'language of its people, ISO 639',
    rule String COMMENT 'rule, with its version, by which its replies are judged, such as tb.resp3m@1',
    target_percent UInt8 COMMENT 'what that rate should reach, percent, 1 to 100',
    hours Array(Tuple(
        from_day Date,
        to_day Date,
        weekday UInt8,
        from_second UInt32,
        to_second UInt32)) COMMENT 'opening hours: seconds of a weekday (1 = Monday; 0 = of the date from_day alone)',
    agent_groups Map(String, Array(String)) COMMENT 'accounts by group'
)
ENGINE = ReplacingMergeTree(version, removed)
ORDER BY shop_id
COMMENT 'Settings of shops, read with FINAL through the views.';

INSERT INTO deskpulse.shop_settings
    (shop_id, version, removed, name, platform, zone, currency, minor_digits, language, rule, target_percent, hours)
SELECT
    '', 0, 0, '', 'tb', 'Asia/Shanghai', 'CNY', 2, 'zh', 'tb.resp3m@1', 98,
    arrayMap(weekday -> (toDate('1970-01-01'), toDate('2149-06-06'), weekday, 28800, 82800), range(1, 8));
