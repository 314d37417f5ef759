INSERT INTO deskpulse.forecast_slots
    (shop_id, channel, interval_min, made_at, interval_start, day, origin, lead_days, mean, p025, p10, p25, p50, p75, p90,
    p95, p975, factor_level, factor_weekday, factor_calendar, factor_events, factor_others, factor_intraday, factor_share,
    events.phase, events.factor, events.learned_from, same_slot_mean, weekly_contacts, confidence, young, event_id, model,
    aht_s, aht_curve, load_erl, concurrency, queue, target_ratio, target_s, max_occupancy, agents_p50, agents_p75,
    planned_shrinkage, unplanned_shrinkage, agents_gross, occupancy, service_level, sl_definition,
    backlog, idle_s, deferred_s, deferred_late_s)
SELECT
    shop, 'CHAT', 30,
    toDateTime64('2026-10-16 16:00:00', 3, 'UTC') + toIntervalDay(run) AS made,
    made + toIntervalMinute(30 * slot) AS start,
    toDate(start + toIntervalHour(8)), toDate('2026-10-16') + run, intDiv(slot, 48) + 1,
    6, 1, 2, 4, 6, 8, 10, 11, 12, 288, 1, 1, if(toDate(start + toIntervalHour(8)) >= '2026-10-25', 2, 1), 0.5, 1, 1 / 48,
    if(toDate(start + toIntervalHour(8)) >= '2026-10-24', ['big/eve'], []),
    if(toDate(start + toIntervalHour(8)) >= '2026-10-24', [2], []),
    if(toDate(start + toIntervalHour(8)) >= '2026-10-24', ['2025-10-24'], []),
    5, 1200, 20, true, '', 'BLEND', 400, [400, 500], 1.3, 1.2, 'CHAT', 0.8, 60, 0.85, 2, 3, 0.2, 0.0625, 4, 0.6, 0.9, 'a',
    if(slot % 48 = 40, 3.5, 0), 2000, if(slot < 20, 900, 0), if(slot = 30, 1200, 0)
FROM (SELECT arrayJoin(['yunshe-apparel', 'known']) AS shop) AS shops
CROSS JOIN (SELECT number AS run FROM numbers(8)) AS runs
CROSS JOIN (SELECT number AS slot FROM numbers(96)) AS slots;

INSERT INTO deskpulse.forecast_override_log
    (shop_id, override_id, version, channel, from_at, to_at, kind, amount, reason, made_by, made_at)
VALUES
    ('yunshe-apparel', 'o1', 1, 'CHAT', '2026-10-22 02:00:00', '2026-10-22 08:00:00', 'FACTOR', 1.5, 'live stream', 'ann',
    '2026-10-22 01:00:00');
