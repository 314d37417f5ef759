-- Hotspots of a shop of the demo: a batch of one SKU that rings, also under its carrier; one that has ended; a new shop's.
INSERT INTO hotspot_alarms (shop_id, reason, dimension, value, opened_at, version, incident_id, head_dimension, head_value, kind, is_open,
    is_learning, updated_at, ended_at, first_seen_at, observed, buyers, expected, ratio, ratio_low, ratio_high, score, threshold, window_ms,
    evidence, campaign, event_ids)
VALUES
    ('yunshe-apparel', 'broken', 'SKU', 'YS-1005', '2026-10-24 10:05:00', 4, 'broken:1', 'SKU', 'YS-1005', 'BURST', true, false,
     '2026-10-24 12:40:00', NULL, '2026-10-24 08:12:00', 14, 13, 1.3, 8.06, 4.87, 11.84, 8.93, 6.64, 21600000, 7.2, '双11预热', ['e1', 'e2']),
    ('yunshe-apparel', 'broken', 'CARRIER', 'SF', '2026-10-24 11:00:00', 2, 'broken:1', 'SKU', 'YS-1005', 'BURST', false, false,
     '2026-10-24 12:30:00', '2026-10-24 12:30:00', '2026-10-24 08:12:00', 9, 8, 3.2, 2.57, 1.39, 4.04, 5.9, 5.4, 21600000, 2.5, '', ['e1']),
    ('yunshe-apparel', 'late', 'REGION', '浙江', '2026-10-19 03:00:00', 6, 'late:1', 'REGION', '浙江', 'DRIFT', false, false,
     '2026-10-22 08:00:00', '2026-10-22 08:00:00', '2026-10-17 06:00:00', 31, 30, 14, 2.17, 1.58, 2.85, 5.8, 5.2, 86400000, 3.4, '', ['e9']),
    ('mujian-home', 'rude', 'SHOP', '', '2026-10-23 03:00:00', 1, 'rude:1', 'SHOP', '', 'BURST', true, true,
     '2026-10-24 08:00:00', NULL, '2026-10-22 20:00:00', 11, 11, 4, 2.56, 1.45, 3.92, 5.1, 4.9, 86400000, 2.2, '', ['e7']);

INSERT INTO hotspot_evidence
WITH toDateTime64('2026-10-24 08:00:00', 3, 'UTC') AS begin
SELECT 'yunshe-apparel', 'broken', 'SKU', 'YS-1005', begin + toIntervalMinute(5 * number), 4.4 + number / 10, 6.64, number > 25
FROM numbers(56);

INSERT INTO hotspot_cell_days
SELECT 'yunshe-apparel', toDate('2026-10-17') + number % 7, 'broken', ['SKU', 'SHOP', 'SKU'][1 + intDiv(number, 7)],
    ['YS-1005', '', 'YS-1006'][1 + intDiv(number, 7)], 40 + number, 2 + number % 3, 1.5 + number / 10, 4, 1 + intDiv(number, 14) * 2.5,
    0.6 + intDiv(number, 14) * 1.8, 0.9 + intDiv(number, 14) * 2.4
FROM numbers(21);

INSERT INTO hotspot_verdicts VALUES
    ('yunshe-apparel', 'late:1', '2026-10-22 09:00:00', 'CONFIRMED', 'a depot was flooded', 'anna');

INSERT INTO complaint_facts (shop_id, about, version, order_id, region, first_at, last_at, `complaints.at`, `complaints.day`,
    `complaints.event_id`, `complaints.source`, `complaints.reason`, `complaints.sku_id`, `complaints.attribute`, `complaints.buyer_id`,
    `complaints.ticket_id`, `complaints.conversation_id`, `complaints.account`, `complaints.parcel_id`, `complaints.carrier`,
    `complaints.shipped_at`, `complaints.signed_at`, `complaints.events`, `complaints.taken_back_at`)
SELECT 'yunshe-apparel', concat('o:hotspot-', toString(number)), 1, concat('hotspot-', toString(number)), '浙江',
    toDateTime64('2026-10-24 08:12:00', 3, 'UTC') + toIntervalMinute(number * 11) AS at, at, [at], ['2026-10-24'],
    [concat('e', toString(number))], [if(number % 2 = 0, 'TICKET', 'REFUND')], ['broken'], ['YS-1005'], ['zip'],
    [concat('buyer-', toString(number))], [concat('t-', toString(number))], [concat('c-', toString(number))], [''], [''], ['SF'],
    [NULL], [NULL], [1], [NULL]
FROM numbers(14)
