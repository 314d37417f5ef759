-- Which single questions do the rules of the platforms count, side by side?
-- A board that names them in a view with a parameter pays for the planning of each twice; here their queries stand in
-- place, and are planned once.

--| scored_questions_of for a rule of each of four platforms, column rule: answers within 3 minutes (tb.resp3m@1,
--| dy.resp3m@1), first answers within 30 seconds (jd.first30s@1), valid replies (pdd.valid_reply@1). good and
--| open_until as there.
CREATE OR REPLACE VIEW deskpulse.scored_by_platforms AS
SELECT 'tb.resp3m@1' AS rule, shop_id, day, channel, asked_at, good, open_until
FROM deskpulse.scored_rounds_of(rule = 'tb.resp3m@1')

UNION ALL

SELECT 'jd.first30s@1' AS rule, shop_id, day, channel, asked_at, good, open_until
FROM deskpulse.scored_conversations_of(rule = 'jd.first30s@1')

UNION ALL

SELECT 'dy.resp3m@1' AS rule, shop_id, day, channel, asked_at, good, open_until
FROM deskpulse.scored_conversations_of(rule = 'dy.resp3m@1')

UNION ALL

SELECT 'pdd.valid_reply@1' AS rule, shop_id, day, channel, asked_at, good, open_until
FROM deskpulse.scored_buyers_of(rule = 'pdd.valid_reply@1');
