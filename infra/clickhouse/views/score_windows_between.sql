-- Where does a rate stand over the trailing windows that end on some days, as platforms judge it?
-- Rate rules are those whose scores are counts. Reads only the days it needs, which a condition on the day of
-- score_windows cannot: for long histories.

--| score_windows of the days from from_day to to_day, both parameters and both inclusive.
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
        AND day > toDate(greatest(
            0,
            toInt32({from_day:Date}) - (SELECT toInt32(max(window_days)) FROM deskpulse.rule_windows)))
        AND day <= {to_day:Date}
    GROUP BY shop_id, scored_day, rule_id, version
) AS f
CROSS JOIN (SELECT window_days, arrayJoin(range(window_days)) AS days_later FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(scored_day) + days_later BETWEEN toInt32({from_day:Date}) AND toInt32({to_day:Date})
GROUP BY shop_id, day, rule_id, version, window_days;
