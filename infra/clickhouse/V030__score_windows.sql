-- Where does a rate stand over a trailing window, as platforms judge it, and which bad days leave that window when?
-- Rate rules are those whose scores are counts. A window is data: insert another length to have it for all history.
-- The views ..._between read only the days they need, which a condition on the day of the others cannot: use them on long histories.
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

CREATE OR REPLACE VIEW deskpulse.score_windows_between AS
SELECT
    shop_id,
    toDate(toInt32(scored_day) + days_later) AS day,
    rule_id,
    version,
    window_days,
    sum(day_numerator) AS numerator,
    sum(day_denominator) AS denominator
FROM
(
    SELECT
        shop_id,
        day AS scored_day,
        rule_id,
        version,
        sum(numerator) AS day_numerator,
        sum(denominator) AS day_denominator
    FROM deskpulse.scores
    WHERE unit = 'count'
        AND day > toDate(greatest(0, toInt32({from_day:Date}) - (SELECT toInt32(max(window_days)) FROM deskpulse.rule_windows)))
        AND day <= {to_day:Date}
    GROUP BY shop_id, scored_day, rule_id, version
) AS f
CROSS JOIN (SELECT window_days, arrayJoin(range(window_days)) AS days_later FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(scored_day) + days_later BETWEEN toInt32({from_day:Date}) AND toInt32({to_day:Date})
GROUP BY shop_id, day, rule_id, version, window_days
COMMENT 'score_windows of the days from from_day to to_day, both parameters and both inclusive.';

CREATE OR REPLACE VIEW deskpulse.score_windows AS
SELECT shop_id, day, rule_id, version, window_days, numerator, denominator
FROM deskpulse.score_windows_between(from_day = '1970-01-02', to_day = '2149-06-06')
COMMENT 'Rate of a shop over the window_days days that end with day, one row per shop, day, rule, version and window; score = numerator / denominator. Days to come show what the known days leave of them; a day whose window holds nothing has no row.';

CREATE OR REPLACE VIEW deskpulse.score_window_exits_between AS
SELECT
    shop_id,
    day,
    rule_id,
    version,
    window_days,
    sumIf(later_numerator, days_later = 0) AS numerator,
    sumIf(later_denominator, days_later = 0) AS denominator,
    toDate(toInt32(day) + window_days) AS leaves_on,
    sumIf(later_numerator, days_later > 0) AS numerator_after,
    sumIf(later_denominator, days_later > 0) AS denominator_after
FROM
(
    SELECT
        shop_id,
        day AS scored_day,
        rule_id,
        version,
        sum(numerator) AS later_numerator,
        sum(denominator) AS later_denominator
    FROM deskpulse.scores
    WHERE unit = 'count'
        AND day >= {from_day:Date}
        AND day <= toDate(least(65535, toInt32({to_day:Date}) + (SELECT toInt32(max(window_days)) FROM deskpulse.rule_windows)))
    GROUP BY shop_id, scored_day, rule_id, version
) AS f
CROSS JOIN (SELECT window_days, arrayJoin(range(window_days + 1)) AS days_later FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(scored_day) - days_later BETWEEN toInt32({from_day:Date}) AND toInt32({to_day:Date})
GROUP BY shop_id, toDate(toInt32(scored_day) - days_later) AS day, rule_id, version, window_days
HAVING numerator < denominator
COMMENT 'score_window_exits of the days from from_day to to_day, both parameters and both inclusive.';

CREATE OR REPLACE VIEW deskpulse.score_window_exits AS
SELECT shop_id, day, rule_id, version, window_days, numerator, denominator, leaves_on, numerator_after, denominator_after
FROM deskpulse.score_window_exits_between(from_day = '1970-01-02', to_day = '2149-06-06')
COMMENT 'Days with misses, and when they leave the trailing window: one row per shop, day, rule, version and window. leaves_on = first day whose window no longer holds the day; numerator_after / denominator_after = that window as far as its days are known.';
