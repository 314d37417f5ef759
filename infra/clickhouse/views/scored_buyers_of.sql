-- Which buyers make the score of a rule, and which can still be saved?
-- The rule is chosen as in scored_rounds_of, for the same reasons.

--| scored_questions_of for a rule on buyers, one row per buyer and day.
CREATE OR REPLACE VIEW deskpulse.scored_buyers_of AS
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
    channel_of_day AS channel,
    CAST(NULL, 'Nullable(String)') AS conversation_id,
    CAST(NULL, 'Nullable(String)') AS account,
    toUInt8(intDiv(first_second, 3600)) AS hour,
    first_opened AS asked_at,
    CAST(NULL, 'Nullable(Int64)') AS response_ms,
    late_rounds = 0 AND isNull(first_open) AS good,
    if(late_rounds = 0, first_until, NULL) AS open_until
FROM
(
    SELECT
        shop_id,
        day,
        any(number) AS pick,
        any(way) AS channel_of_day,
        min(opened) AS first_opened,
        argMin(opened_second, opened) AS first_second,
        minOrNullIf(opened, isNull(answered)) AS first_open,
        minOrNullIf(opened + toIntervalMillisecond(limit_millis), isNull(answered)) AS first_until,
        countIf(if(
            isNull(answered),
            reason != '',
            toUnixTimestamp64Milli(assumeNotNull(answered)) - toUnixTimestamp64Milli(opened) > limit_millis
        )) AS late_rounds
    FROM
    (
        SELECT
            shop_id,
            day,
            buyer_id,
            number,
            channel AS way,
            opened,
            opened_second,
            answered,
            reason,
            if(
                mapContains(rules.tier_limits[number], buyer_tier),
                rules.tier_limits[number][buyer_tier],
                rules.limits[number]) AS limit_millis
        FROM (SELECT *, picked AS number FROM deskpulse.conversation_days FINAL) AS days
        ARRAY JOIN
            `rounds.opened_at` AS opened,
            `rounds.opened_second` AS opened_second,
            `rounds.handler` AS handler,
            `rounds.answered_at` AS answered,
            `rounds.end_reason` AS reason
        WHERE handler = 'HUMAN'
            AND opened_second BETWEEN rules.from_seconds[number] AND rules.to_seconds[number]
            AND day >= if(rules.facts[number] = 'BUYERS', rules.valid_from[number], never)
            AND day < rules.valid_to[number]
            AND ({rule:String} != 'own' OR day >= if(has(rules.own_facts, 'BUYERS'), toDate(0), never))
    )
    GROUP BY shop_id, day, buyer_id
);
