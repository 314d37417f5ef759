-- Which single questions make the score of a rule, by the kind of facts it is about? scored_questions_of, as V034 defines it, asks all three.
-- ClickHouse plans a view of one kind in a third of the time, so whoever names the rule asks the view of its kind; for a rule of another kind the
-- days begin never, so that no part of the table is opened. The three choose the rule in the same words, so that together they look it up once.
CREATE OR REPLACE VIEW deskpulse.scored_rounds_of AS
WITH
    (
        SELECT (any(rule_id), any(version), any(facts), any(measure), any(window_from_s), any(window_to_s), any(ifNull(limit_ms, -1)), any(valid_from), any(valid_to))
        FROM deskpulse.metric_rules FINAL
        WHERE concat(rule_id, '@', version) = {rule:String} AND measure IN ('WITHIN', 'FIRST_WITHIN', 'ALL_WITHIN')
    ) AS chosen,
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
    AND day >= if(chosen.3 = 'ROUNDS', chosen.8, never) AND day < chosen.9
COMMENT 'scored_questions_of for a rule on rounds, one row per round.';

CREATE OR REPLACE VIEW deskpulse.scored_conversations_of AS
WITH
    (
        SELECT (any(rule_id), any(version), any(facts), any(measure), any(window_from_s), any(window_to_s), any(ifNull(limit_ms, -1)), any(valid_from), any(valid_to))
        FROM deskpulse.metric_rules FINAL
        WHERE concat(rule_id, '@', version) = {rule:String} AND measure IN ('WITHIN', 'FIRST_WITHIN', 'ALL_WITHIN')
    ) AS chosen,
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
        AND day >= if(chosen.3 = 'CONVERSATIONS', chosen.8, never) AND day < chosen.9
)
COMMENT 'scored_questions_of for a rule on conversations, one row per conversation and day.';

CREATE OR REPLACE VIEW deskpulse.scored_buyers_of AS
WITH
    (
        SELECT (any(rule_id), any(version), any(facts), any(measure), any(window_from_s), any(window_to_s), any(ifNull(limit_ms, -1)), any(valid_from), any(valid_to))
        FROM deskpulse.metric_rules FINAL
        WHERE concat(rule_id, '@', version) = {rule:String} AND measure IN ('WITHIN', 'FIRST_WITHIN', 'ALL_WITHIN')
    ) AS chosen,
    chosen.7 AS limit_millis,
    toDate('2149-06-06') AS never
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
        AND day >= if(chosen.3 = 'BUYERS', chosen.8, never) AND day < chosen.9
    GROUP BY shop_id, day, buyer_id
)
COMMENT 'scored_questions_of for a rule on buyers, one row per buyer and day.';

CREATE OR REPLACE VIEW deskpulse.scored_questions_of AS
SELECT shop_id, day, rule_id, version, channel, conversation_id, account, asked_at, response_ms, good, open_until FROM deskpulse.scored_rounds_of(rule = {rule:String})
UNION ALL
SELECT shop_id, day, rule_id, version, channel, conversation_id, account, asked_at, response_ms, good, open_until FROM deskpulse.scored_conversations_of(rule = {rule:String})
UNION ALL
SELECT shop_id, day, rule_id, version, channel, conversation_id, account, asked_at, response_ms, good, open_until FROM deskpulse.scored_buyers_of(rule = {rule:String})
COMMENT 'What a rule with a time limit counts, SELECT ... FROM scored_questions_of(rule = ''tb.resp3m@1''), one row per round, conversation day or buyer day, whichever the rule counts: countIf(good) / count() is the score of view scores. asked_at = the (first) question; response_ms = from there to the answer that the rule judges, in ms, null when there is none or the rule judges several; open_until = until when an open question can still be answered in time, null when nothing is open or it is lost already; good = no miss and nothing open.';

-- The day before says how fast questions come, so that a dashboard need not ask a second time; from the questions and not from
-- score_window_days_on, as each parametrised view within another doubles the planning.
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
    SELECT shop_id, day, toInt64(countIf(good)) AS day_numerator, toInt64(count()) AS day_denominator
    FROM deskpulse.scored_questions_of(rule = {rule:String})
    WHERE day > {on_day:Date} - (SELECT max(window_days) FROM deskpulse.rule_windows)
        AND day <= {on_day:Date}
    GROUP BY shop_id, day
) AS f
CROSS JOIN (SELECT window_days FROM deskpulse.rule_windows FINAL) AS w
WHERE toInt32(day) > toInt32({on_day:Date}) - window_days
GROUP BY shop_id, window_days
COMMENT 'What brings a rate back? SELECT ... FROM score_recovery_on(rule = ''tb.resp3m@1'', on_day = ..., target_percent = 98), one row per shop and window that ends with on_day; the target is a whole percentage. denominator_before = that of the day before on_day; needed = answers in time, without a miss between, that bring the rate of the window to the target; 0 = it is there, null = only days leaving the window can help. n = ceil((target * denominator - 100 * numerator) / (100 - target)).';

CREATE OR REPLACE VIEW deskpulse.agent_hours AS
SELECT
    shop_id,
    day,
    hour,
    account,
    account_rounds AS rounds,
    account_in_time AS in_time,
    sum(account_rounds) OVER everybody AS shop_rounds,
    sum(account_in_time) OVER everybody AS shop_in_time
FROM
(
    SELECT
        shop_id,
        day,
        toHour(asked_at, 'Asia/Shanghai') AS hour,
        assumeNotNull(account) AS account,
        count() AS account_rounds,
        countIf(good) AS account_in_time
    FROM deskpulse.scored_rounds_of(rule = 'tb.resp3m@1')
    WHERE account != ''
    GROUP BY shop_id, day, hour, account
)
WINDOW everybody AS (PARTITION BY shop_id, day, hour)
COMMENT 'Rounds of rule tb.resp3m by the account credited and by hour (of Asia/Shanghai), one row per shop, day, hour and account, beside those of all accounts of the shop in that hour: sum(rounds * shop_in_time / shop_rounds) / sum(rounds) is the rate that everybody reached at the hours at which the account had its rounds.';
