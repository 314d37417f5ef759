-- When did a rule change? Drawn over the dashboards, for readers of their curves.

--| Days on which a version of a rule begins to be applied (begins = true) or is no longer applied (false), one row per
--| version and such day; changes_at = the midnight in Asia/Shanghai with which the day begins. Rules that always held
--| and versions never applied have no row.
CREATE OR REPLACE VIEW deskpulse.rule_changes AS
SELECT
    if(begins, valid_from, valid_to) AS day,
    toDateTime64(day, 3, 'Asia/Shanghai') AS changes_at,
    rule_id,
    version,
    begins,
    facts,
    source
FROM (SELECT *, arrayJoin([true, false]) AS begins FROM deskpulse.metric_rules FINAL)
WHERE valid_from < valid_to AND if(begins, valid_from > toDate('1970-01-01'), valid_to < toDate('2149-06-06'));
