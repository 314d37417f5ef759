-- How many agents does each interval need, and what does that follow from?

--| Agents by forecast, one row per shop, channel, interval, its length and the moment of making. agents_p50,
--| agents_p75 = at work for the median and the 75 % quantile of the contacts; agents_gross = agents_p75 ÷ (1 -
--| planned_shrinkage) ÷ (1 - unplanned_shrinkage); service_level, by sl_definition, and occupancy = those of
--| agents_p75; load_erl = contacts at work at a time; target_ratio within target_s and max_occupancy = what was asked
--| for; aht_s, aht_curve, patience_s = measured. backlog = contacts that a team of limited size hands on to the next
--| interval; idle_s = agent seconds that contacts leave of agents_p75, deferred_s = of it taken by tickets and
--| call-backs, deferred_late_s = those due in the interval that do not fit in by then. When a person's numbers were
--| known at made_at, agents are for these.
CREATE OR REPLACE VIEW deskpulse.staffing AS
SELECT
    shop_id,
    day,
    channel,
    interval_start,
    interval_min,
    made_at,
    mean,
    p025,
    p10,
    p25,
    p50,
    p75,
    p90,
    p95,
    p975,
    aht_s,
    load_erl,
    concurrency,
    agents_p50,
    agents_p75,
    agents_gross,
    occupancy,
    service_level,
    sl_definition,
    event_id,
    model,
    override,
    lead_days,
    aht_curve,
    patience_s,
    queue,
    target_ratio,
    target_s,
    max_occupancy,
    planned_shrinkage,
    unplanned_shrinkage,
    confidence,
    young,
    override_id,
    backlog,
    idle_s,
    deferred_s,
    deferred_late_s
FROM deskpulse.forecast_slots_overruled;
