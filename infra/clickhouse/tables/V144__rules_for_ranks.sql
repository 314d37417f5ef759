-- Which buyers are promised a faster answer than the others?
ALTER TABLE deskpulse.metric_rules
    ADD COLUMN IF NOT EXISTS tier_limits Map(String, Int64)
    COMMENT 'longest response that is on time for buyers of a rank, ms, inclusive; empty = limit_ms for all';
