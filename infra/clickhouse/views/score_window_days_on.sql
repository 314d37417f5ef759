-- Which days make the window of a rate that ends on a day, and what leaves it when?
-- The same numbers as score_windows and score_window_exits, for one rule and day.

--| The days of the windows that end with on_day for a rule of scored_questions_of, SELECT ... FROM
--| score_window_days_on(rule = 'tb.resp3m@1', on_day = ...), one row per shop, window and day. leaves_on = first day
--| whose window no longer holds the day; numerator_after / denominator_after = what the window then keeps of the days
--| known on on_day.
CREATE OR REPLACE VIEW deskpulse.score_window_days_on AS
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
    SELECT shop_id, day, toInt64(sum(good)) AS day_numerator, toInt64(sum(asked)) AS day_denominator
    FROM deskpulse.scored_counts_of(rule = {rule:String})
    WHERE day > toDate(greatest(
            0,
            toInt32({on_day:Date}) - (SELECT toInt32(max(window_days)) FROM deskpulse.rule_windows)))
        AND day <= {on_day:Date}
    GROUP BY shop_id, day
) AS f
CROSS JOIN (SELECT window_days FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(day) > toInt32({on_day:Date}) - window_days
WINDOW later AS (PARTITION BY shop_id, window_days ORDER BY day DESC);
