-- Where does each shop's rate stand on its own today, and what would bring it to its target?

--| score_recovery_on for the window that ends with the day on each shop's own clock at the instant at, a parameter.
--| rule = 'own': each shop by its own rule; target_percent = 0: each shop's own target (view shops). target = the
--| target that was taken, percent.
CREATE OR REPLACE VIEW deskpulse.score_recovery_at AS
WITH
    (SELECT days FROM deskpulse.shop_days_at(at = {at:DateTime64(3, 'UTC')})) AS days,
    (SELECT known FROM deskpulse.shop_lookup) AS known,
    (SELECT toInt32(max(window_days)) FROM deskpulse.rule_windows) AS longest,
    toInt32(toDate({at:DateTime64(3, 'UTC')}, 'UTC')) AS utc_day
SELECT
    shop_id,
    window_days,
    sum(day_numerator) AS numerator,
    sum(day_denominator) AS denominator,
    sumIf(day_denominator, day = last_day - 1) AS denominator_before,
    toInt64(if(
        {target_percent:UInt8} = 0,
        transform(shop_id, known.shops, known.targets, known.other_target),
        {target_percent:UInt8})) AS target,
    multiIf(
        100 * numerator >= target * denominator, 0,
        target >= 100, NULL,
        intDiv(target * denominator - 100 * numerator + 99 - target, greatest(1, 100 - target))) AS needed
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
GROUP BY shop_id, window_days;
