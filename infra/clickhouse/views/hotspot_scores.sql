-- How did the evidence of cells stand against its threshold over time?

--| Evidence of cells that ring or nearly do, one row per shop, cell and tick of five minutes with a complaint of it.
--| score = natural logarithm of the evidence, threshold = the score at which alarms of the dimension open that day.
CREATE OR REPLACE VIEW deskpulse.hotspot_scores AS
SELECT shop_id, reason, dimension, value, at, score, threshold, is_open AS open
FROM deskpulse.hotspot_evidence FINAL;
