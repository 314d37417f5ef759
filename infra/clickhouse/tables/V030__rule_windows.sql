-- How long are the trailing windows over which platforms judge a rate?
-- A window is data: insert another length to have it for all history. The one that platforms use is there at once.
CREATE TABLE IF NOT EXISTS deskpulse.rule_windows
(
    window_days UInt16 COMMENT 'length of a trailing window, days, 1 to 3650; the window of a day ends with that day',
    source String COMMENT 'where it comes from'
)
ENGINE = ReplacingMergeTree
ORDER BY window_days
COMMENT 'Lengths of the windows of the view score_windows.';

INSERT INTO deskpulse.rule_windows (window_days, source) VALUES
    (30, 'Platforms: service scores of the last 30 days');
