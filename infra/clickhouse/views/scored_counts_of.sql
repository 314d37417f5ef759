-- How many questions does a rule count, and how many of them are good, where nobody asks which?
-- The rule is chosen as in scored_rounds_of, for the same reasons. Rounds are counted within their row, by the column
-- made for it: a month of two hundred shops has a hundred million. What a rule asks of a round is looked up once a row,
-- as a function within arrayCount is called for each round.

--| What scored_questions_of(rule = ...) counts, in parts to be added up: shop_id, day, good, asked, counts. Rate =
--| sum(good) / sum(asked).
CREATE OR REPLACE VIEW deskpulse.scored_counts_of AS
WITH
    (SELECT rules FROM deskpulse.reply_rules) AS rules,
    multiIf(
        {rule:String} != 'own', indexOf(rules.names, {rule:String}),
        empty(rules.shops), rules.pick,
        transform(shop_id, rules.shops, rules.picks, rules.pick)) AS picked,
    toDate('2149-06-06') AS never
SELECT
    shop_id,
    day,
    arrayCount(
        round -> bitShiftRight(round, 32) BETWEEN from_second AND to_second
            AND bitAnd(round, 4294967295) < 4294967295
            AND bitAnd(round, 4294967295) <= limit_millis,
        human_rounds) AS good,
    arrayCount(round -> bitShiftRight(round, 32) BETWEEN from_second AND to_second, human_rounds) AS asked
FROM
(
    SELECT
        shop_id,
        day,
        human_rounds,
        rules.from_seconds[pick] AS from_second,
        rules.to_seconds[pick] AS to_second,
        multiIf(
            arrayAll(limits -> empty(limits), rules.tier_limits), rules.limits[pick],
            mapContains(rules.tier_limits[pick], days.buyer_tier), rules.tier_limits[pick][days.buyer_tier],
            rules.limits[pick]) AS limit_millis
    FROM (SELECT shop_id, day, buyer_tier, human_rounds, picked AS pick FROM deskpulse.conversation_days FINAL) AS days
    WHERE notEmpty(human_rounds)
        AND day >= if(rules.facts[pick] = 'ROUNDS', rules.valid_from[pick], never)
        AND day < rules.valid_to[pick]
        AND ({rule:String} != 'own' OR day >= if(has(rules.own_facts, 'ROUNDS'), toDate(0), never))
)

UNION ALL

SELECT shop_id, day, toUInt32(good) AS good, toUInt32(1) AS asked
FROM deskpulse.scored_conversations_of(rule = {rule:String})

UNION ALL

SELECT shop_id, day, toUInt32(good) AS good, toUInt32(1) AS asked
FROM deskpulse.scored_buyers_of(rule = {rule:String});
