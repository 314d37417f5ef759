-- Which rounds make the score of a rule, when were they asked, and which can still be saved?
-- The rule is a parameter and, unless shops differ, its fields are constants: a join with all rules, as the view scores
-- has it, costs several times as much. Where none of the rules is on rounds the days begin never, so that no part of
-- the table is opened.

--| scored_questions_of for a rule on rounds, one row per round, with its topic and limit, in ms. rule = 'own limit':
--| limit and hours of the rule of each shop over its rounds, whatever that rule counts.
CREATE OR REPLACE VIEW deskpulse.scored_rounds_of AS
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
    nullIf(toString(round_account), '') AS account,
    toUInt8(intDiv(opened_second, 3600)) AS hour,
    round_opened_at AS asked_at,
    toUnixTimestamp64Milli(round_answered_at) - toUnixTimestamp64Milli(round_opened_at) AS response_ms,
    if(
        mapContains(rules.tier_limits[pick], days.buyer_tier),
        rules.tier_limits[pick][days.buyer_tier],
        rules.limits[pick]) AS limit_millis,
    ifNull(response_ms <= limit_millis, false) AS good,
    if(
        isNull(round_answered_at) AND reason = '',
        round_opened_at + toIntervalMillisecond(limit_millis),
        NULL) AS open_until,
    if(round_topic = '', 'OTHER', round_topic) AS topic
FROM (SELECT *, picked AS pick FROM deskpulse.conversation_days FINAL) AS days
ARRAY JOIN
    `rounds.opened_at` AS round_opened_at,
    `rounds.opened_second` AS opened_second,
    `rounds.handler` AS handler,
    `rounds.account` AS round_account,
    `rounds.answered_at` AS round_answered_at,
    `rounds.end_reason` AS reason,
    `rounds.topic` AS round_topic
WHERE handler = 'HUMAN'
    AND opened_second BETWEEN rules.from_seconds[pick] AND rules.to_seconds[pick]
    AND day >= if({rule:String} = 'own limit' OR rules.facts[pick] = 'ROUNDS', rules.valid_from[pick], never)
    AND day < rules.valid_to[pick]
    AND ({rule:String} != 'own' OR day >= if(has(rules.own_facts, 'ROUNDS'), toDate(0), never));
