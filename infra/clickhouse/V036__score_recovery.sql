-- Where does a rate with a time limit stand over its trailing window, what would bring it to a target, and what leaves the window when?
-- The same numbers as score_windows and score_window_exits for the rules of scored_questions, at a fifth of the cost: a dashboard asks every half minute.
CREATE OR REPLACE VIEW deskpulse.score_window_days_on AS
SELECT
    shop_id,
    rule_id,
    version,
    window_days,
    day,
    day_numerator AS numerator,
    day_denominator AS denominator,
    toDate(toInt32(day) + window_days) AS leaves_on,
    toInt64(sum(day_numerator) OVER later) - day_numerator AS numerator_after,
    toInt64(sum(day_denominator) OVER later) - day_denominator AS denominator_after
FROM
(
    SELECT shop_id, rule_id, version, day, toInt64(countIf(good)) AS day_numerator, toInt64(count()) AS day_denominator
    FROM deskpulse.scored_questions
    WHERE day > toDate(greatest(0, toInt32({on_day:Date}) - (SELECT toInt32(max(window_days)) FROM deskpulse.rule_windows)))
        AND day <= {on_day:Date}
    GROUP BY shop_id, rule_id, version, day
) AS f
CROSS JOIN (SELECT window_days FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(day) > toInt32({on_day:Date}) - window_days
WINDOW later AS (PARTITION BY shop_id, rule_id, version, window_days ORDER BY day DESC)
COMMENT 'The days of the windows that end with on_day, a parameter, one row per shop, rule, version, window and day, for the rules of scored_questions. leaves_on = first day whose window no longer holds the day; numerator_after / denominator_after = what the window then keeps of the days known on on_day.';

CREATE OR REPLACE VIEW deskpulse.score_recovery_on AS
SELECT
    shop_id,
    rule_id,
    version,
    window_days,
    sum(day_numerator) AS numerator,
    sum(day_denominator) AS denominator,
    toNullable({target_percent:UInt8}) AS target,
    multiIf(
        100 * numerator >= target * denominator, 0,
        target >= 100, NULL,
        intDiv(target * denominator - 100 * numerator + 99 - target, 100 - target)) AS needed
FROM (SELECT shop_id, rule_id, version, window_days, numerator AS day_numerator, denominator AS day_denominator FROM deskpulse.score_window_days_on(on_day = {on_day:Date}))
GROUP BY shop_id, rule_id, version, window_days
COMMENT 'What brings a rate back? One row per shop, rule, version and window that ends with on_day; the target is a whole percentage. needed = answers in time, without a miss between, that bring the rate of the window to the target; 0 = it is there, null = only days leaving the window can help. n = ceil((target * denominator - 100 * numerator) / (100 - target)).';
