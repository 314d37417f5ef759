-- Which questions does an account answer late that others answer in time?
-- What is usual is asked of the same topics at the same hours, as some topics take longer and some hours are full.

--| Rounds in time by account and topic over the days from from_day to to_day, both parameters and both inclusive, one
--| row per shop, account and topic with 30 rounds or more. good / rounds = in time by the shop's own rule, rate_low,
--| rate_high = its 95 % interval (Wilson 1927); expected_good = what everybody's rate on the same topics and hours of
--| the day would have made of them; verdict = BETTER or WORSE where expected_good / rounds lies outside of the
--| interval, else USUAL; known_since = first day of the account in the facts of the last 400 days, tenure = band of its
--| days until to_day: under 30, under 90, under 365, 365 or more. Never a score of a person: topics do not add up to
--| one.
CREATE OR REPLACE VIEW deskpulse.agent_topics_between AS
WITH 1.959964 AS z
SELECT
    rated.shop_id AS shop_id,
    rated.account AS account,
    rated.topic AS topic,
    rated.rounds AS rounds,
    rated.good AS good,
    rated.expected_good AS expected_good,
    good / rounds AS rate,
    expected_good / rounds AS expected_rate,
    (rate + z * z / (2 * rounds) - z * sqrt(rate * (1 - rate) / rounds + z * z / (4 * rounds * rounds)))
        / (1 + z * z / rounds) AS rate_low,
    (rate + z * z / (2 * rounds) + z * sqrt(rate * (1 - rate) / rounds + z * z / (4 * rounds * rounds)))
        / (1 + z * z / rounds) AS rate_high,
    multiIf(expected_rate < rate_low, 'BETTER', expected_rate > rate_high, 'WORSE', 'USUAL') AS verdict,
    since.known_since AS known_since,
    dateDiff('day', known_since, {to_day:Date}) AS days_known,
    multiIf(
        days_known < 30, 'under 30',
        days_known < 90, 'under 90',
        days_known < 365, 'under 365',
        '365 or more') AS tenure
FROM
(
    SELECT
        shop_id,
        account,
        topic,
        sum(own_rounds) AS rounds,
        sum(own_good) AS good,
        sum(own_rounds * usual) AS expected_good
    FROM
    (
        SELECT
            shop_id,
            assumeNotNull(account) AS account,
            topic,
            hour,
            count() AS own_rounds,
            countIf(good) AS own_good,
            sum(own_good) OVER (PARTITION BY shop_id, topic, hour)
                / sum(own_rounds) OVER (PARTITION BY shop_id, topic, hour) AS usual
        FROM deskpulse.scored_rounds_of(rule = 'own limit')
        WHERE isNotNull(account) AND day BETWEEN {from_day:Date} AND {to_day:Date}
        GROUP BY shop_id, account, topic, hour
    )
    GROUP BY shop_id, account, topic
    HAVING rounds >= 30
) AS rated
LEFT JOIN
(
    SELECT shop_id, arrayJoin(arrayDistinct(`rounds.account`)) AS account, min(day) AS known_since
    FROM deskpulse.conversation_days
    WHERE day BETWEEN toDate(greatest(0, toInt32({to_day:Date}) - 400)) AND {to_day:Date}
    GROUP BY shop_id, account
) AS since ON rated.shop_id = since.shop_id AND rated.account = since.account;
