-- Which single questions make the score of a rule, when were they asked, and which can still be saved?
-- Asks for rounds, conversations and buyers. ClickHouse plans a view of one kind in a third of the time, so whoever
-- names the rule asks the view of its kind.

--| What a rule with a time limit counts, SELECT ... FROM scored_questions_of(rule = 'tb.resp3m@1'), one row per round,
--| conversation day or buyer day, whichever the rule counts: countIf(good) / count() is the score of view scores. rule
--| = 'own': each shop by the rule of view shops. hour = of the (first) question, 0 to 23 on the shop's clock; asked_at
--| = its instant; response_ms = from there to the answer that the rule judges, in ms, null when there is none or the
--| rule judges several; open_until = until when an open question can still be answered in time, null when nothing is
--| open or it is lost already; good = no miss and nothing open.
CREATE OR REPLACE VIEW deskpulse.scored_questions_of AS
SELECT
    shop_id,
    day,
    rule_id,
    version,
    channel,
    conversation_id,
    account,
    hour,
    asked_at,
    response_ms,
    good,
    open_until
FROM deskpulse.scored_rounds_of(rule = {rule:String})

UNION ALL

SELECT
    shop_id,
    day,
    rule_id,
    version,
    channel,
    conversation_id,
    account,
    hour,
    asked_at,
    response_ms,
    good,
    open_until
FROM deskpulse.scored_conversations_of(rule = {rule:String})

UNION ALL

SELECT
    shop_id,
    day,
    rule_id,
    version,
    channel,
    conversation_id,
    account,
    hour,
    asked_at,
    response_ms,
    good,
    open_until
FROM deskpulse.scored_buyers_of(rule = {rule:String});
