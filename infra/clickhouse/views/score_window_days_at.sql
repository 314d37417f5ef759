-- Which days make the window of a rate that ends on each shop's own today, and what leaves it when?

--| score_window_days_on for the day on each shop's own clock at the instant at, a parameter; rule = 'own': each shop by
--| its own rule.
CREATE OR REPLACE VIEW deskpulse.score_window_days_at AS
WITH
    (SELECT days FROM deskpulse.shop_days_at(at = {at:DateTime64(3, 'UTC')})) AS days,
    (SELECT toInt32(max(window_days)) FROM deskpulse.rule_windows) AS longest,
    toInt32(toDate({at:DateTime64(3, 'UTC')}, 'UTC')) AS utc_day
SELECT
    shop_id,
    window_days,
    day,
    day_numerator AS numerator,
    day_denominator AS denominator,
    toDate(toInt32(day) + window_days) AS leaves_on,
    toInt64(sum(day_numerator) OVER later) - day_numerator AS numerator_after,
    toInt64(sum(day_denominator) OVER later) - day_denominator AS denominator_after
FROM
(
    SELECT
        shop_id,
        transform(shop_id, days.shops, days.days, days.other) AS last_day,
        day,
        toInt64(sum(good)) AS day_numerator,
        toInt64(sum(asked)) AS day_denominator
    FROM deskpulse.scored_counts_of(rule = {rule:String})
    WHERE day BETWEEN toDate(greatest(0, utc_day - longest)) AND toDate(utc_day + 1)
        AND day <= last_day
    GROUP BY shop_id, day
) AS f
CROSS JOIN (SELECT window_days FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(day) > toInt32(last_day) - window_days
WINDOW later AS (PARTITION BY shop_id, window_days ORDER BY day DESC);
