-- Which rounds make the score of a rule, when were they asked, and which can still be saved?
-- The rule is a parameter and its fields are constants: a join with all rules, as the view scores has it, costs several
-- times as much. For a rule on other facts the days begin never, so that no part of the table is opened. The views
-- scored_..._of choose the rule in the same words, so that together they look it up once.

--| scored_questions_of for a rule on rounds, one row per round.
CREATE OR REPLACE VIEW deskpulse.scored_rounds_of AS
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
    channel,
    toNullable(conversation_id) AS conversation_id,
    nullIf(toString(round_account), '') AS account,
    round_opened_at AS asked_at,
    toUnixTimestamp64Milli(round_answered_at) - toUnixTimestamp64Milli(round_opened_at) AS response_ms,
    ifNull(response_ms <= limit_millis, false) AS good,
    if(
        isNull(round_answered_at) AND reason = '',
        round_opened_at + toIntervalMillisecond(limit_millis),
        NULL) AS open_until
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
    AND day >= if(chosen.3 = 'ROUNDS', chosen.8, never) AND day < chosen.9;
