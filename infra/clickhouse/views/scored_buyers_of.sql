-- Which buyers make the score of a rule, and which can still be saved?
-- The rule is chosen as in scored_rounds_of, for the same reasons.

--| scored_questions_of for a rule on buyers, one row per buyer and day.
CREATE OR REPLACE VIEW deskpulse.scored_buyers_of AS
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
        countIf(if(
            isNull(answered),
            reason != '',
            toUnixTimestamp64Milli(assumeNotNull(answered)) - toUnixTimestamp64Milli(opened) > limit_millis
        )) AS late_rounds
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
);
