-- Defects of the same shop: lines delivered of three products, one mended in the middle of the week, one noted in tickets; digests sent.
INSERT INTO product_facts (shop_id, about, version, order_id, `lines.sku_id`, `lines.signed_at`, `lines.day`, `defects.event_id`,
    `defects.ticket_id`, `defects.buyer_id`, `defects.sku_id`, `defects.attribute`, `defects.severity`, `defects.noted_at`, `defects.day`)
WITH toDateTime64('2026-10-17 00:10:00', 3, 'UTC') + toIntervalMinute(10 * number) AS at, number % 3 = 1 AND number % 8 = 0 AS noted
SELECT 'yunshe-apparel', concat('o:line-', toString(number)), 1, concat('line-', toString(number)),
    [['YS-1005', 'YS-1006', 'YS-1007'][1 + number % 3]], [at], [toDate(at, 'Asia/Shanghai')],
    if(noted, ['d1'], []), if(noted, [concat('t-note-', toString(number))], []), if(noted, [concat('b-', toString(number))], []),
    if(noted, ['YS-1006'], []), if(noted, ['workmanship'], []), if(noted, ['MAJOR'], []),
    if(noted, [at + toIntervalHour(3)], []), if(noted, [toDate(at + toIntervalHour(3), 'Asia/Shanghai')], [])
FROM numbers(1080);

INSERT INTO complaint_facts (shop_id, about, version, order_id, region, first_at, last_at, `complaints.at`, `complaints.day`,
    `complaints.event_id`, `complaints.source`, `complaints.reason`, `complaints.sku_id`, `complaints.attribute`, `complaints.buyer_id`,
    `complaints.ticket_id`, `complaints.conversation_id`, `complaints.account`, `complaints.parcel_id`, `complaints.carrier`,
    `complaints.shipped_at`, `complaints.signed_at`, `complaints.events`, `complaints.taken_back_at`)
WITH toDateTime64('2026-10-17 00:10:00', 3, 'UTC') + toIntervalMinute(10 * number) AS signed, signed + toIntervalHour(2) AS at
SELECT 'yunshe-apparel', concat('o:line-', toString(number)), 1, concat('line-', toString(number)), '浙江', at, at, [at],
    [toDate(at, 'Asia/Shanghai')], ['c1'], ['REFUND'], ['defective'], ['YS-1007'], ['colour'], [concat('b-', toString(number))],
    [''], [''], [''], [''], ['SF'], [NULL], [signed], [1], [NULL]
FROM numbers(1080)
WHERE number % 3 = 2 AND number % if(number < 540, 15, 90) = 5;

INSERT INTO defect_actions VALUES
    ('yunshe-apparel', 'YS-1007', 'colour', '2026-10-19 02:00:00', 'ACKNOWLEDGED', '2026-10-19 02:00:00', 'ann', NULL, '', 'bob'),
    ('yunshe-apparel', 'YS-1007', 'colour', '2026-10-21 02:00:00', 'FIXED', '2026-10-20 18:10:00', '', NULL, 'new dye', 'ann'),
    ('yunshe-apparel', 'YS-1006', 'workmanship', '2026-10-22 02:00:00', 'ASSIGNED', '2026-10-22 02:00:00', 'carl', '2026-11-01', '', 'bob');

INSERT INTO digest_delivery_steps (shop_id, delivery_id, attempt, step, state, at, retry_at, detail, subscription, channel, receiver, issue_id,
    version, period, from_day, language)
VALUES
    ('yunshe-apparel', 'd1', 1, 1, 'SENDING', '2026-10-24 01:00:00', NULL, '', 'product team', 'email', 'email a*** at example.com #1', 'i1', 1,
     'DAY', '2026-10-23', 'zh'),
    ('yunshe-apparel', 'd1', 1, 2, 'SENT', '2026-10-24 01:00:01', NULL, '', 'product team', 'email', 'email a*** at example.com #1', 'i1', 1,
     'DAY', '2026-10-23', 'zh'),
    ('yunshe-apparel', 'd2', 1, 1, 'SENDING', '2026-10-24 09:00:02', NULL, '', 'group', 'dingtalk', 'dingtalk #2', 'i1', 1, 'DAY',
     '2026-10-23', 'zh'),
    ('yunshe-apparel', 'd2', 1, 2, 'REFUSED', '2026-10-24 09:00:03', NULL, '310000 sign not match', 'group', 'dingtalk', 'dingtalk #2', 'i1', 1,
     'DAY', '2026-10-23', 'zh');
