-- Which bad days out of some days leave their trailing windows when, and what is left of the rate then?
-- Reads only the days it needs, which a condition on the day of score_window_exits cannot: for long histories.

--| score_window_exits of the days from from_day to to_day, both parameters and both inclusive.
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
        AND day <= toDate(least(
            65535,
            toInt32({to_day:Date}) + (SELECT toInt32(max(window_days)) FROM deskpulse.rule_windows)))
    GROUP BY shop_id, scored_day, rule_id, version
) AS f
CROSS JOIN (SELECT window_days, arrayJoin(range(window_days + 1)) AS days_later FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(scored_day) - days_later BETWEEN toInt32({from_day:Date}) AND toInt32({to_day:Date})
GROUP BY shop_id, toDate(toInt32(scored_day) - days_later) AS day, rule_id, version, window_days
HAVING numerator < denominator;
