-- Which cells, a reason and one value of a dimension, have more complaints than their exposures explain?
-- One row per shop, cell and opening; storage of the views hotspots and hotspot_incidents. The writer repeats rows; the
-- highest version is the true one, and equal versions are equal rows. Not partitioned, as there are few.
CREATE TABLE IF NOT EXISTS deskpulse.hotspot_alarms
(
    shop_id String COMMENT 'shop',
    reason String COMMENT 'why buyers complain, code of the taxonomy',
    dimension String COMMENT 'what the cell is of: SKU, REGION, CARRIER, AGENT_GROUP or SHOP',
    value String COMMENT 'which of them; empty for the whole shop',
    opened_at DateTime64(3, 'UTC') COMMENT 'end of the tick of five minutes in which the alarm opened',
    version UInt64 COMMENT 'number of updates since the opening',
    incident_id String COMMENT 'what is shown together, unique within the shop',
    head_dimension String COMMENT 'dimension of the cell that explains the incident',
    head_value String COMMENT 'value of the cell that explains the incident',
    kind String COMMENT 'BURST, or DRIFT when it had been going on for more than a day when it was found',
    is_open Bool COMMENT 'the alarm has not ended',
    is_learning Bool COMMENT 'the shop is new: nobody is told',
    updated_at DateTime64(3, 'UTC') COMMENT 'end of the tick of this version',
    ended_at Nullable(DateTime64(3, 'UTC'))
        COMMENT 'when its last days had looked ordinary for six hours; null while open',
    first_seen_at DateTime64(3, 'UTC') COMMENT 'first complaint of the run',
    observed UInt32 COMMENT 'complaints of the run, the last ones that speak most for a higher rate, count',
    buyers UInt32 COMMENT 'different buyers of the run, count',
    expected Float64 COMMENT 'complaints expected since the first of the run, count',
    ratio Float64 COMMENT 'how many times as many as expected: mean of Gamma(observed + 1/2, expected + 1/2)',
    ratio_low Float64 COMMENT 'its 5 % quantile',
    ratio_high Float64 COMMENT 'its 95 % quantile',
    score Float64 COMMENT 'natural logarithm of the evidence',
    threshold Float64 COMMENT 'score at which alarms of the dimension open that day',
    window_ms Int64 COMMENT 'which of 1 h, 6 h and 24 h has the least likely count, ms',
    evidence Float64 COMMENT '-log10 of the probability of so many complaints in that window',
    campaign String COMMENT 'campaign that ran when it opened; empty when none did',
    event_ids Array(String) COMMENT 'events of the latest complaints of the run, 20 at most, latest first'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (shop_id, reason, dimension, value, opened_at)
COMMENT 'Alarms of complaint hotspots. Written at least once, read with FINAL through the views.';
