-- What did each digest say, and in which version?
-- One row per version: what was said once is never computed again, so that whoever sends it after a crash sends the
-- same. Nothing in it tells who a buyer is: counts, names of products, and words redacted twice. These are kept for 90
-- days after they were said, so that a week's digest goes 83 days after its end.
CREATE TABLE IF NOT EXISTS deskpulse.digest_issues
(
    shop_id String COMMENT 'shop',
    issue_id String COMMENT 'hash of shop, period, first day and choice of products',
    version UInt32 COMMENT 'from 1; a higher one corrects those before it',
    period String COMMENT 'DAY or WEEK',
    from_day Date COMMENT 'first day of the period, on the shop''s clock',
    to_day Date COMMENT 'day after its last',
    products String COMMENT 'which products it is of; * = all',
    made_at DateTime64(3, 'UTC') COMMENT 'when it was made',
    figures String COMMENT 'its figures, JSON'
)
ENGINE = ReplacingMergeTree(made_at)
ORDER BY (shop_id, issue_id, version)
TTL to_day + INTERVAL 83 DAY
COMMENT 'Digests as they were made, kept for 83 days.';
