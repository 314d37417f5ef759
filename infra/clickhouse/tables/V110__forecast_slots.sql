-- How many contacts will come in an interval, and how many agents does that need?
-- One row per shop, channel, length of interval, moment of making and interval. A run that is repeated for the same
-- moment writes the same rows; rows of other moments stay, so that each is judged by what was known when it was made.
CREATE TABLE IF NOT EXISTS deskpulse.forecast_slots
(
    shop_id String COMMENT 'shop',
    channel String COMMENT 'channel, as in conversations',
    interval_min UInt32 COMMENT 'length of the interval, minutes: 15 or 30',
    made_at DateTime64(3, 'UTC') COMMENT 'when it was made; nothing that came later is in it',
    interval_start DateTime64(3, 'UTC') COMMENT 'start of the interval, on the grid of the shop''s clock',
    day Date COMMENT 'day of the shop',
    origin Date COMMENT 'last whole day that it was learned from',
    lead_days UInt32 COMMENT 'days from the origin to the day; 0 = made anew within the day',
    mean Float64 COMMENT 'contacts expected',
    p025 Float64 COMMENT '2.5 % quantile of the contacts',
    p10 Float64 COMMENT '10 % quantile',
    p25 Float64 COMMENT '25 % quantile',
    p50 Float64 COMMENT 'median',
    p75 Float64 COMMENT '75 % quantile',
    p90 Float64 COMMENT '90 % quantile',
    p95 Float64 COMMENT '95 % quantile',
    p975 Float64 COMMENT '97.5 % quantile',
    factor_level Float64 COMMENT 'contacts of an average day; times all other factors it is the mean',
    factor_weekday Float64 COMMENT 'factor of the weekday',
    factor_calendar Float64 COMMENT 'factor of closed neighbours and of the place in the month',
    factor_events Float64 COMMENT 'factor of all phases of events that the day lies in',
    factor_others Float64 COMMENT 'what the other methods make of it',
    factor_intraday Float64 COMMENT 'what the contacts of the same day so far make of it; 1 when none were seen',
    factor_share Float64 COMMENT 'share of the interval in its day',
    events Nested(
        phase String,
        factor Float64,
        learned_from String) COMMENT 'kind and phase of each event, its factor, and the days that taught it, by spaces',
    same_slot_mean Nullable(Float64) COMMENT 'mean of the same slot of the last 8 weeks known',
    weekly_contacts Float64 COMMENT 'contacts a week over the last 8 weeks known',
    confidence UInt32 COMMENT 'comparable days that the quantiles stand on, count',
    young Bool COMMENT 'whether less than four weeks of history stand behind it',
    event_id String COMMENT 'names and phases of the events of the day, joined by +; empty = none',
    model String COMMENT 'what made it: BLEND, or POOLED from other shops while the own history is too short',
    override Nullable(Float64) COMMENT 'contacts that a person expected instead when it was made; agents are for these',
    aht_s Float64 COMMENT 'handle time expected, seconds',
    aht_curve Array(Float64) COMMENT 'handle time while an agent has 1, 2, … contacts, seconds',
    patience_s Nullable(Float64) COMMENT 'mean patience in queue, seconds; null = nobody is taken to leave',
    load_erl Float64 COMMENT 'contacts at work on average over the interval, Erlang',
    concurrency Float64 COMMENT 'contacts at a time of an agent who has any',
    queue String COMMENT 'queue model: ERLANG_A, ERLANG_C, CHAT or NONE where nothing comes',
    target_ratio Float64 COMMENT 'service level asked for, 0 to 1',
    target_s Float64 COMMENT 'longest wait that is good, seconds',
    max_occupancy Float64 COMMENT 'largest share of time at work asked for, 0 to 1',
    agents_p50 UInt32 COMMENT 'agents at work that the median needs',
    agents_p75 UInt32 COMMENT 'agents at work that the 75 % quantile needs',
    planned_shrinkage Float64 COMMENT 'share of paid time that is planned away, 0 to 1',
    unplanned_shrinkage Float64 COMMENT 'share of the rest that is lost unplanned, 0 to 1',
    agents_gross Float64 COMMENT 'agents to plan for agents_p75 to be at work, with decimals',
    occupancy Float64 COMMENT 'share of agents_p75''s time (for chat: of their places) at work at the mean, 0 to 1',
    service_level Float64 COMMENT 'service level that agents_p75 are expected to reach over all quantiles, 0 to 1',
    sl_definition String COMMENT 'a = served in time / offered, b = without short abandoned, c = of answered'
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(made_at)
ORDER BY (shop_id, channel, interval_min, made_at, interval_start)
TTL toDateTime(made_at) + INTERVAL 400 DAY
COMMENT 'Forecasts by interval, kept for 400 days. Read through forecasts and staffing.';
