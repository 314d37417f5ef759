-- Which campaigns and holidays do forecasts know of, and since when?
-- One row per version: an event that moves or is called off gets a new one, and forecasts made before keep theirs.
CREATE TABLE IF NOT EXISTS deskpulse.forecast_event_log
(
    event_id String COMMENT 'short name of the event',
    version UInt32 COMMENT 'from 1; the last one known at a moment holds then',
    shop_id String COMMENT 'shop; empty = every shop',
    name String COMMENT 'what recurs, such as 1111: what one year teaches serves the next',
    kind String COMMENT 'which events are alike, such as big: what one teaches serves the others',
    peak Date COMMENT 'day from which the phases are counted, on the shop''s clock',
    phases Nested(
        phase String,
        from_day Int32,
        to_day Int32,
        decay_days Float64) COMMENT 'phases, in days from the peak; the effect fades by 1/e in decay_days (0 = never)',
    called_off Bool COMMENT 'whether it does not take place',
    reason String COMMENT 'why it was changed; may be empty of the first version',
    changed_by String COMMENT 'who made this version',
    changed_at DateTime64(3, 'UTC') COMMENT 'when this version was made: forecasts know of it from then on'
)
ENGINE = ReplacingMergeTree
ORDER BY (event_id, version)
COMMENT 'Versions of the calendar of events, kept for ever. Read through forecast_events.';
