-- Which conversations make the score of a rule, and which can still be saved?
-- The rule is chosen as in scored_rounds_of, for the same reasons.

--| scored_questions_of for a rule on conversations, one row per conversation and day.
CREATE OR REPLACE VIEW deskpulse.scored_conversations_of AS
WITH
    (
        SELECT
            (
                any(rule_id), any(version), any(facts), any(measure), any(window_from_s), any(window_to_s),
                any(ifNull(limit_ms, -1)), any(valid_from), any(valid_to)
            )
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
        if(
            first_only,
            isNull(first_reply_ms)
                AND ifNull(closed_at < asked_at + toIntervalMillisecond(limit_millis), true),
            late_rounds = 0 AND notEmpty(open_since_each)),
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
);
