-- Which single questions make the score of each shop's own rule, when were they asked, and which can still be saved?
-- A view without parameters is planned in half the time of one with them, and the shop's own rule is what most ask for.

--| scored_questions_of(rule = 'own'), one row per round, conversation day or buyer day, whichever the rule of the shop
--| counts: countIf(good) / count() is its score.
CREATE OR REPLACE VIEW deskpulse.own_questions AS
SELECT * FROM deskpulse.scored_questions_of(rule = 'own');
