-- Which campaigns and holidays do forecasts know of, in which versions?

--| Events, one row per version; shop_id is empty for events of every shop. peak = day from which phases are counted;
--| phases.phase, phases.from_day, phases.to_day, phases.decay_days = of each phase; called_off = does not take place;
--| changed_by, changed_at, reason = who made the version, when, why; current = no later version is known.
CREATE OR REPLACE VIEW deskpulse.forecast_events AS
SELECT
    shop_id,
    event_id,
    version,
    name,
    kind,
    peak,
    phases.phase,
    phases.from_day,
    phases.to_day,
    phases.decay_days,
    called_off,
    reason,
    changed_by,
    changed_at,
    toBool(version = max(version) OVER (PARTITION BY event_id)) AS current
FROM deskpulse.forecast_event_log FINAL;
