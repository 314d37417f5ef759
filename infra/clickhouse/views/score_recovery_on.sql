-- Where does a rate stand over its trailing window, and what would bring it to a target?
-- The day before says how fast questions come, so that a dashboard need not ask a second time; from the questions and
-- not from score_window_days_on, as each parametrised view within another doubles the planning.

--| What brings a rate back? SELECT ... FROM score_recovery_on(rule = 'tb.resp3m@1', on_day = ..., target_percent = 98),
--| one row per shop and window that ends with on_day; the target is a whole percentage. denominator_before = that of
--| the day before on_day; needed = answers in time, without a miss between, that bring the rate of the window to the
--| target; 0 = it is there, null = only days leaving the window can help. n = ceil((target * denominator - 100 *
--| numerator) / (100 - target)).
CREATE OR REPLACE VIEW deskpulse.score_recovery_on AS
SELECT
    shop_id,
    window_days,
    sum(day_numerator) AS numerator,
    sum(day_denominator) AS denominator,
    sumIf(day_denominator, day = {on_day:Date} - 1) AS denominator_before,
    toInt64({target_percent:UInt8}) AS target,
    multiIf(
        100 * numerator >= target * denominator, 0,
        target >= 100, NULL,
        intDiv(target * denominator - 100 * numerator + 99 - target, greatest(1, 100 - target))) AS needed
FROM
(
    SELECT shop_id, day, toInt64(sum(good)) AS day_numerator, toInt64(sum(asked)) AS day_denominator
    FROM deskpulse.scored_counts_of(rule = {rule:String})
    WHERE day > {on_day:Date} - (SELECT max(window_days) FROM deskpulse.rule_windows)
        AND day <= {on_day:Date}
    GROUP BY shop_id, day
) AS f
CROSS JOIN (SELECT window_days FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(day) > toInt32({on_day:Date}) - window_days
GROUP BY shop_id, window_days;
