-- Of the incidents of thirty days, how many were defects, as far as people have said?
-- What was spent of the budget of false alarms, as measured; alarms of new shops, of which nobody is told, are left
-- out.

--| Incidents that opened in the thirty days before the instant at, a parameter, one row per shop with any: how many,
--| and how many were confirmed, dismissed or not judged yet; dismissed_per_day = false incidents a day, where all are
--| judged.
CREATE OR REPLACE VIEW deskpulse.hotspot_verdicts_at AS
SELECT
    shop_id,
    count() AS incidents,
    countIf(ifNull(verdict = 'CONFIRMED', false)) AS confirmed,
    countIf(ifNull(verdict = 'DISMISSED', false)) AS dismissed,
    countIf(isNull(verdict)) AS not_judged,
    dismissed / 30 AS dismissed_per_day
FROM deskpulse.hotspot_incidents
WHERE opened_at <= {at:DateTime64(3, 'UTC')}
    AND opened_at > {at:DateTime64(3, 'UTC')} - INTERVAL 30 DAY
    AND NOT learning
GROUP BY shop_id;
