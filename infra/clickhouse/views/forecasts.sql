-- How many contacts were expected of each interval, when, and what is the number made of?

--| Forecasts, one row per shop, channel, interval, its length and the moment of making. mean, p025 … p975 = contacts;
--| mean = factor_level × factor_weekday × factor_calendar × factor_events × factor_others × factor_intraday ×
--| factor_share; events.phase, events.factor, events.learned_from = effects of the day's events and days that taught
--| them; lead_days = days from the last whole day known, 0 = made anew within the day; same_slot_mean = of the last 8
--| weeks known; confidence = comparable days behind the quantiles; young = less than four weeks of history; override =
--| contacts that a person expects instead, null when nobody does. The rest as in staffing.
CREATE OR REPLACE VIEW deskpulse.forecasts AS
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
    origin,
    lead_days,
    factor_level,
    factor_weekday,
    factor_calendar,
    factor_events,
    factor_others,
    factor_intraday,
    factor_share,
    `events.phase`,
    `events.factor`,
    `events.learned_from`,
    same_slot_mean,
    weekly_contacts,
    confidence,
    young,
    override_id
FROM deskpulse.forecast_slots_overruled;
