-- What does every rule score, whatever facts it is about?

--| Scores, one row per shop, day, rule, version and account (null = nobody, or a rule that scores the shop). Score =
--| sum(numerator) / sum(denominator) over any period; unit count, ms or fen; p50_ms and p90_ms hold for their row only;
--| apart = counts that stand beside the score.
CREATE OR REPLACE VIEW deskpulse.scores AS
SELECT shop_id, day, rule_id, version, account, unit, numerator, denominator, p50_ms, p90_ms, apart
FROM deskpulse.chat_scores

UNION ALL

SELECT shop_id, day, rule_id, version, account, unit, numerator, denominator, p50_ms, p90_ms, apart
FROM deskpulse.ticket_scores

UNION ALL

SELECT shop_id, day, rule_id, version, account, unit, numerator, denominator, p50_ms, p90_ms, apart
FROM deskpulse.order_scores;
