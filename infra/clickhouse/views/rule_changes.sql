-- When did a rule change? Drawn over the dashboards, for readers of their curves.
-- The midnight of a zone is found as shop_clocks_at finds the opening of a shop.

--| Days on which a version of a rule begins to be applied (begins = true) or is no longer applied (false), one row per
--| version, such day and time zone of any shop; changes_at = the midnight of that zone with which the day begins. Rules
--| that always held and versions never applied have no row.
CREATE OR REPLACE VIEW deskpulse.rule_changes AS
WITH
    (instant, zone) -> dateDiff(
        'second', instant, toDateTime(formatDateTime(instant, '%F %T', zone), 'UTC')) AS ahead_s,
    toDateTime(day, 'UTC') AS midnight,
    midnight - toIntervalSecond(ahead_s(midnight, zone)) AS guess
SELECT
    if(begins, valid_from, valid_to) AS day,
    zone,
    toDateTime64(midnight - toIntervalSecond(ahead_s(guess, zone)), 3, 'UTC') AS changes_at,
    rule_id,
    version,
    begins,
    facts,
    source
FROM (SELECT *, arrayJoin([true, false]) AS begins FROM deskpulse.metric_rules FINAL) AS rules
CROSS JOIN (SELECT DISTINCT zone FROM deskpulse.shop_settings FINAL) AS zones
WHERE valid_from < valid_to AND if(begins, valid_from > toDate('1970-01-01'), valid_to < toDate('2149-06-06'));
