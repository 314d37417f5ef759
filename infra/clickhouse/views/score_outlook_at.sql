-- Can the target of the 30 days still be reached, and when?
-- A number of answers without a miss says little: shops think in days. Each day to come is taken to have as many
-- questions as yesterday, while the oldest day of the window leaves it.

--| score_recovery_at of the window of 30 days, in days: one row per shop with questions in it. rule = 'own': each shop
--| by its own rule; target_percent = 0: each shop's own target. numerator, denominator, target (percent), needed:
--| answers in time without a miss that bring the rate there, as in score_recovery_at; day = the day on the shop's clock
--| at the instant at; asked_yesterday = questions of the day before. days_without_a_miss, days_at_99 = after how many
--| days the rate is there when every answer, or 99 of 100, is in time; 0 = it is there; null = not within 30 days, or
--| nothing was asked yesterday.
CREATE OR REPLACE VIEW deskpulse.score_outlook_at AS
WITH
    (SELECT days FROM deskpulse.shop_days_at(at = {at:DateTime64(3, 'UTC')})) AS days,
    (SELECT known FROM deskpulse.shop_lookup) AS known,
    toInt32(toDate({at:DateTime64(3, 'UTC')}, 'UTC')) AS utc_day
SELECT
    shop_id,
    last_day AS day,
    arraySum(goods) AS numerator,
    arraySum(askeds) AS denominator,
    wanted AS target,
    multiIf(
        100 * numerator >= target * denominator, 0,
        target >= 100, NULL,
        intDiv(target * denominator - 100 * numerator + 99 - target, greatest(1, 100 - target))) AS needed,
    askeds[29] AS asked_yesterday,
    multiIf(
        needed = 0, 0,
        asked_yesterday = 0, NULL,
        nullIf(arrayFirst(
            ahead -> 100 * (arraySum(arraySlice(goods, ahead + 1)) + ahead * asked_yesterday)
                >= target * (arraySum(arraySlice(askeds, ahead + 1)) + ahead * asked_yesterday),
            range(1, 31)), 0)) AS days_without_a_miss,
    multiIf(
        needed = 0, 0,
        asked_yesterday = 0, NULL,
        nullIf(arrayFirst(
            ahead -> 100 * arraySum(arraySlice(goods, ahead + 1)) + 99 * ahead * asked_yesterday
                >= target * (arraySum(arraySlice(askeds, ahead + 1)) + ahead * asked_yesterday),
            range(1, 31)), 0)) AS days_at_99
FROM
(
    SELECT
        shop_id,
        last_day,
        wanted,
        arrayMap(place -> arraySum(arrayMap(told -> if(told.1 = place, told.2, 0), told_days)), range(1, 31)) AS goods,
        arrayMap(place -> arraySum(arrayMap(told -> if(told.1 = place, told.3, 0), told_days)), range(1, 31)) AS askeds
    FROM
    (
        SELECT
            shop_id,
            transform(shop_id, days.shops, days.days, days.other) AS last_day,
            toInt64(if(
                {target_percent:UInt8} = 0,
                transform(shop_id, known.shops, known.targets, known.other_target),
                {target_percent:UInt8})) AS wanted,
            groupArray((30 - toInt32(last_day) + toInt32(day), day_good, day_asked)) AS told_days
        FROM
        (
            SELECT shop_id, day, toInt64(sum(good)) AS day_good, toInt64(sum(asked)) AS day_asked
            FROM deskpulse.scored_counts_of(rule = {rule:String})
            WHERE day BETWEEN toDate(greatest(0, utc_day - 30)) AND toDate(utc_day + 1)
                AND day <= transform(shop_id, days.shops, days.days, days.other)
            GROUP BY shop_id, day
        )
        WHERE day > transform(shop_id, days.shops, days.days, days.other) - 30
        GROUP BY shop_id
    )
)
WHERE denominator > 0;
