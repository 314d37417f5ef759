-- Which single questions make the score of a rule, when were they asked, and which can still be saved? The rows behind the rules with a time limit.
-- The rule is a parameter and its fields are constants: a join with all rules, as the view scores has it, costs several times as much, and for the
-- other kinds of facts the days begin never, so that no part of the table is opened.
CREATE OR REPLACE VIEW deskpulse.scored_questions_of AS
WITH
    (
        SELECT (any(rule_id), any(version), any(facts), any(measure), any(window_from_s), any(window_to_s), any(ifNull(limit_ms, -1)), any(valid_from), any(valid_to))
        FROM deskpulse.metric_rules FINAL
        WHERE concat(rule_id, '@', version) = {rule:String} AND measure IN ('WITHIN', 'FIRST_WITHIN', 'ALL_WITHIN')
    ) AS chosen,
    chosen.3 AS rule_facts,
    chosen.4 = 'FIRST_WITHIN' AS first_only,
    chosen.7 AS limit_millis,
    toDate('2149-06-06') AS never
SELECT
    shop_id,
    day,
    chosen.1 AS rule_id,
    chosen.2 AS version,
    channel,
    toNullable(conversation_id) AS conversation_id,
    nullIf(toString(round_account), '') AS account,
    round_opened_at AS asked_at,
    toUnixTimestamp64Milli(round_answered_at) - toUnixTimestamp64Milli(round_opened_at) AS response_ms,
    ifNull(response_ms <= limit_millis, false) AS good,
    if(isNull(round_answered_at) AND reason = '', round_opened_at + toIntervalMillisecond(limit_millis), NULL) AS open_until
FROM deskpulse.conversation_days FINAL
ARRAY JOIN
    `rounds.opened_at` AS round_opened_at,
    `rounds.opened_second` AS opened_second,
    `rounds.handler` AS handler,
    `rounds.account` AS round_account,
    `rounds.answered_at` AS round_answered_at,
    `rounds.end_reason` AS reason
WHERE handler = 'HUMAN'
    AND opened_second BETWEEN chosen.5 AND chosen.6
    AND day >= if(rule_facts = 'ROUNDS', chosen.8, never) AND day < chosen.9

UNION ALL

SELECT
    shop_id,
    day,
    chosen.1 AS rule_id,
    chosen.2 AS version,
    channel,
    toNullable(conversation_id) AS conversation_id,
    CAST(NULL, 'Nullable(String)') AS account,
    assumeNotNull(first_question_at) AS asked_at,
    if(first_only, first_reply_ms, NULL) AS response_ms,
    if(first_only, ifNull(first_reply_ms <= limit_millis, false), late_rounds = 0 AND open_since_each = []) AS good,
    if(
        if(first_only, isNull(first_reply_ms) AND ifNull(closed_at < asked_at, true), late_rounds = 0 AND notEmpty(open_since_each)),
        if(first_only, asked_at, arrayMin(open_since_each)) + toIntervalMillisecond(limit_millis),
        NULL) AS open_until
FROM
(
    SELECT
        shop_id,
        day,
        channel,
        conversation_id,
        first_question_at,
        first_reply_ms,
        closed_at,
        arrayFilter(
            (opened, handler, answered, reason) -> handler = 'HUMAN' AND isNull(answered) AND reason = '',
            `rounds.opened_at`, `rounds.handler`, `rounds.answered_at`, `rounds.end_reason`) AS open_since_each,
        arrayCount(
            (opened, handler, answered, reason) -> handler = 'HUMAN' AND if(isNull(answered), reason != '',
                toUnixTimestamp64Milli(assumeNotNull(answered)) - toUnixTimestamp64Milli(opened) > limit_millis),
            `rounds.opened_at`, `rounds.handler`, `rounds.answered_at`, `rounds.end_reason`) AS late_rounds
    FROM deskpulse.conversation_days FINAL
    WHERE asked_for_human
        AND isNotNull(first_question_at)
        AND first_question_second BETWEEN chosen.5 AND chosen.6
        AND day >= if(rule_facts = 'CONVERSATIONS', chosen.8, never) AND day < chosen.9
)

UNION ALL

SELECT
    shop_id,
    day,
    chosen.1 AS rule_id,
    chosen.2 AS version,
    channel_of_day AS channel,
    CAST(NULL, 'Nullable(String)') AS conversation_id,
    CAST(NULL, 'Nullable(String)') AS account,
    first_opened AS asked_at,
    CAST(NULL, 'Nullable(Int64)') AS response_ms,
    late_rounds = 0 AND isNull(first_open) AS good,
    if(late_rounds = 0, first_open + toIntervalMillisecond(limit_millis), NULL) AS open_until
FROM
(
    SELECT
        shop_id,
        day,
        any(channel) AS channel_of_day,
        min(opened) AS first_opened,
        minOrNullIf(opened, isNull(answered)) AS first_open,
        countIf(if(isNull(answered), reason != '',
            toUnixTimestamp64Milli(assumeNotNull(answered)) - toUnixTimestamp64Milli(opened) > limit_millis)) AS late_rounds
    FROM deskpulse.conversation_days FINAL
    ARRAY JOIN
        `rounds.opened_at` AS opened,
        `rounds.opened_second` AS opened_second,
        `rounds.handler` AS handler,
        `rounds.answered_at` AS answered,
        `rounds.end_reason` AS reason
    WHERE handler = 'HUMAN'
        AND opened_second BETWEEN chosen.5 AND chosen.6
        AND day >= if(rule_facts = 'BUYERS', chosen.8, never) AND day < chosen.9
    GROUP BY shop_id, day, buyer_id
)
COMMENT 'What a rule with a time limit counts, SELECT ... FROM scored_questions_of(rule = ''tb.resp3m@1''), one row per round, conversation day or buyer day, whichever the rule counts: countIf(good) / count() is the score of view scores. asked_at = the (first) question; response_ms = from there to the answer that the rule judges, in ms, null when there is none or the rule judges several; open_until = until when an open question can still be answered in time, null when nothing is open or it is lost already; good = no miss and nothing open.';

-- Where does a rate with a time limit stand over its trailing window, what would bring it to a target, and what leaves the window when?
-- The same numbers as score_windows and score_window_exits, for one rule and day.
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
    SELECT shop_id, day, toInt64(countIf(good)) AS day_numerator, toInt64(count()) AS day_denominator
    FROM deskpulse.scored_questions_of(rule = {rule:String})
    WHERE day > toDate(greatest(0, toInt32({on_day:Date}) - (SELECT toInt32(max(window_days)) FROM deskpulse.rule_windows)))
        AND day <= {on_day:Date}
    GROUP BY shop_id, day
) AS f
CROSS JOIN (SELECT window_days FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(day) > toInt32({on_day:Date}) - window_days
WINDOW later AS (PARTITION BY shop_id, window_days ORDER BY day DESC)
COMMENT 'The days of the windows that end with on_day for a rule of scored_questions_of, SELECT ... FROM score_window_days_on(rule = ''tb.resp3m@1'', on_day = ...), one row per shop, window and day. leaves_on = first day whose window no longer holds the day; numerator_after / denominator_after = what the window then keeps of the days known on on_day.';

CREATE OR REPLACE VIEW deskpulse.score_recovery_on AS
SELECT
    shop_id,
    window_days,
    sum(day_numerator) AS numerator,
    sum(day_denominator) AS denominator,
    toInt64({target_percent:UInt8}) AS target,
    multiIf(
        100 * numerator >= target * denominator, 0,
        target >= 100, NULL,
        intDiv(target * denominator - 100 * numerator + 99 - target, greatest(1, 100 - target))) AS needed
FROM
(
    SELECT shop_id, window_days, numerator AS day_numerator, denominator AS day_denominator
    FROM deskpulse.score_window_days_on(rule = {rule:String}, on_day = {on_day:Date})
)
GROUP BY shop_id, window_days
COMMENT 'What brings a rate back? SELECT ... FROM score_recovery_on(rule = ''tb.resp3m@1'', on_day = ..., target_percent = 98), one row per shop and window that ends with on_day; the target is a whole percentage. needed = answers in time, without a miss between, that bring the rate of the window to the target; 0 = it is there, null = only days leaving the window can help. n = ceil((target * denominator - 100 * numerator) / (100 - target)).';
