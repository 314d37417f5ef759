-- Which single questions make a score, when were they asked, and which can still be saved? The rows behind the rules that count answers in time.
CREATE OR REPLACE VIEW deskpulse.scored_questions AS
WITH rules AS
(
    SELECT rule_id, version, valid_from, valid_to, facts, measure, window_from_s, window_to_s, assumeNotNull(limit_ms) AS limit_ms
    FROM deskpulse.metric_rules FINAL
    WHERE measure IN ('WITHIN', 'FIRST_WITHIN', 'ALL_WITHIN') AND isNotNull(limit_ms)
)
SELECT shop_id, day, rule_id, version, channel, conversation_id, account, asked_at, response_ms, good, open_until
FROM
(
    SELECT
        f.shop_id AS shop_id,
        f.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        f.channel AS channel,
        toNullable(f.conversation_id) AS conversation_id,
        CAST(f.account, 'Nullable(String)') AS account,
        f.opened_at AS asked_at,
        f.response_ms AS response_ms,
        ifNull(f.response_ms <= r.limit_ms, false) AS good,
        if(isNull(f.answered_at) AND isNull(f.end_reason), f.opened_at + toIntervalMillisecond(r.limit_ms), NULL) AS open_until
    FROM deskpulse.rounds AS f
    CROSS JOIN (SELECT * FROM rules WHERE facts = 'ROUNDS') AS r
    WHERE f.handler = 'HUMAN'
        AND f.opened_second BETWEEN r.window_from_s AND r.window_to_s
        AND f.day >= r.valid_from AND f.day < r.valid_to

    UNION ALL

    SELECT
        shop_id,
        day,
        rule_id,
        version,
        channel,
        conversation_id,
        CAST(NULL, 'Nullable(String)') AS account,
        asked_at,
        if(first_only, first_reply_ms, NULL) AS response_ms,
        if(first_only, ifNull(first_reply_ms <= limit_ms, false), open_until_each = [] AND late_rounds = 0) AS good,
        multiIf(
            first_only, if(isNull(first_reply_ms) AND ifNull(closed_at < asked_at, true), asked_at + toIntervalMillisecond(limit_ms), NULL),
            late_rounds > 0 OR empty(open_until_each), NULL,
            arrayMin(open_until_each)) AS open_until
    FROM
    (
        SELECT
            f.shop_id AS shop_id,
            f.day AS day,
            r.rule_id AS rule_id,
            r.version AS version,
            f.channel AS channel,
            toNullable(f.conversation_id) AS conversation_id,
            r.measure = 'FIRST_WITHIN' AS first_only,
            r.limit_ms AS limit_ms,
            f.first_reply_ms AS first_reply_ms,
            f.closed_at AS closed_at,
            assumeNotNull(f.first_question_at) AS asked_at,
            arrayMap(
                opened -> opened + toIntervalMillisecond(r.limit_ms),
                arrayFilter(
                    (opened, handler, answered, reason) -> handler = 'HUMAN' AND isNull(answered) AND reason = '',
                    f.`rounds.opened_at`, f.`rounds.handler`, f.`rounds.answered_at`, f.`rounds.end_reason`)) AS open_until_each,
            arrayCount(
                (opened, handler, answered, reason) -> handler = 'HUMAN' AND if(isNull(answered), reason != '',
                    toUnixTimestamp64Milli(assumeNotNull(answered)) - toUnixTimestamp64Milli(opened) > r.limit_ms),
                f.`rounds.opened_at`, f.`rounds.handler`, f.`rounds.answered_at`, f.`rounds.end_reason`) AS late_rounds
        FROM (SELECT * FROM deskpulse.conversation_days FINAL) AS f
        CROSS JOIN (SELECT * FROM rules WHERE facts = 'CONVERSATIONS') AS r
        WHERE f.asked_for_human
            AND isNotNull(f.first_question_at)
            AND f.first_question_second BETWEEN r.window_from_s AND r.window_to_s
            AND f.day >= r.valid_from AND f.day < r.valid_to
    )

    UNION ALL

    SELECT
        f.shop_id AS shop_id,
        f.day AS day,
        r.rule_id AS rule_id,
        r.version AS version,
        any(f.channel) AS channel,
        CAST(NULL, 'Nullable(String)') AS conversation_id,
        CAST(NULL, 'Nullable(String)') AS account,
        min(f.opened) AS asked_at,
        CAST(NULL, 'Nullable(Int64)') AS response_ms,
        countIf(isNull(f.answered) OR toUnixTimestamp64Milli(assumeNotNull(f.answered)) - toUnixTimestamp64Milli(f.opened) > r.limit_ms) = 0 AS good,
        if(
            countIf(if(isNull(f.answered), f.reason != '',
                toUnixTimestamp64Milli(assumeNotNull(f.answered)) - toUnixTimestamp64Milli(f.opened) > r.limit_ms)) > 0,
            NULL,
            minOrNullIf(f.opened + toIntervalMillisecond(r.limit_ms), isNull(f.answered))) AS open_until
    FROM
    (
        SELECT shop_id, day, channel, buyer_id, opened, answered, opened_second, reason
        FROM deskpulse.conversation_days FINAL
        ARRAY JOIN
            `rounds.opened_at` AS opened,
            `rounds.opened_second` AS opened_second,
            `rounds.handler` AS handler,
            `rounds.answered_at` AS answered,
            `rounds.end_reason` AS reason
        WHERE handler = 'HUMAN'
    ) AS f
    CROSS JOIN (SELECT * FROM rules WHERE facts = 'BUYERS') AS r
    WHERE f.opened_second BETWEEN r.window_from_s AND r.window_to_s
        AND f.day >= r.valid_from AND f.day < r.valid_to
    GROUP BY f.shop_id, f.day, f.buyer_id, r.rule_id, r.version, r.limit_ms
)
COMMENT 'What the rules with a time limit count, one row per rule and round, conversation day or buyer day, whichever the rule counts: countIf(good) / count() is the score of view scores. asked_at = the (first) question; response_ms = from there to the answer that the rule judges, in ms, null when there is none or the rule judges several; open_until = until when an open question can still be answered in time, null when nothing is open or it is lost already; good = no miss and nothing open.';

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
    toInt64({target_percent:UInt8}) AS target,
    multiIf(
        100 * numerator >= target * denominator, 0,
        target >= 100, NULL,
        intDiv(target * denominator - 100 * numerator + 99 - target, greatest(1, 100 - target))) AS needed
FROM (SELECT shop_id, rule_id, version, window_days, numerator AS day_numerator, denominator AS day_denominator FROM deskpulse.score_window_days_on(on_day = {on_day:Date}))
GROUP BY shop_id, rule_id, version, window_days
COMMENT 'What brings a rate back? One row per shop, rule, version and window that ends with on_day; the target is a whole percentage. needed = answers in time, without a miss between, that bring the rate of the window to the target; 0 = it is there, null = only days leaving the window can help. n = ceil((target * denominator - 100 * numerator) / (100 - target)).';
