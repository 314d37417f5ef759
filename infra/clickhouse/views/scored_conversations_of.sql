-- Which conversations make the score of a rule, and which can still be saved?
-- The rule is chosen as in scored_rounds_of, for the same reasons.

--| scored_questions_of for a rule on conversations, one row per conversation and day.
CREATE OR REPLACE VIEW deskpulse.scored_conversations_of AS
WITH
    (SELECT rules FROM deskpulse.reply_rules) AS rules,
    multiIf(
        {rule:String} NOT IN ('own', 'own limit'), indexOf(rules.names, {rule:String}),
        empty(rules.shops), rules.pick,
        transform(shop_id, rules.shops, rules.picks, rules.pick)) AS picked,
    toDate('2149-06-06') AS never
SELECT
    shop_id,
    day,
    rules.rule_ids[pick] AS rule_id,
    rules.versions[pick] AS version,
    channel,
    toNullable(conversation_id) AS conversation_id,
    CAST(NULL, 'Nullable(String)') AS account,
    toUInt8(intDiv(first_question_second, 3600)) AS hour,
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
        first_question_second,
        first_reply_ms,
        closed_at,
        pick,
        rules.measures[pick] = 'FIRST_WITHIN' AS first_only,
        if(
            mapContains(rules.tier_limits[pick], buyer_tier),
            rules.tier_limits[pick][buyer_tier],
            rules.limits[pick]) AS limit_millis,
        arrayFilter(
            (opened, handler, answered, reason) -> handler = 'HUMAN' AND isNull(answered) AND reason = '',
            `rounds.opened_at`, `rounds.handler`, `rounds.answered_at`, `rounds.end_reason`) AS open_since_each,
        arrayCount(
            (opened, handler, answered, reason) -> handler = 'HUMAN' AND if(isNull(answered), reason != '',
                toUnixTimestamp64Milli(assumeNotNull(answered)) - toUnixTimestamp64Milli(opened) > limit_millis),
            `rounds.opened_at`, `rounds.handler`, `rounds.answered_at`, `rounds.end_reason`) AS late_rounds
    FROM (SELECT *, picked AS pick FROM deskpulse.conversation_days FINAL)
    WHERE asked_for_human
        AND isNotNull(first_question_at)
        AND first_question_second BETWEEN rules.from_seconds[pick] AND rules.to_seconds[pick]
        AND day >= if(rules.facts[pick] = 'CONVERSATIONS', rules.valid_from[pick], never)
        AND day < rules.valid_to[pick]
        AND ({rule:String} != 'own' OR day >= if(has(rules.own_facts, 'CONVERSATIONS'), toDate(0), never))
);
