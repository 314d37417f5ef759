-- An hour of looks at four jobs, every ten seconds, weeks before the days of the boards.
-- response-time: nothing became visible from 00:10 to 00:15; nobody looked from 00:20 to 00:30, and from 00:40 to 00:50, before which it was
-- restarting and after which it was behind, but had not been all the while.
INSERT INTO job_samples (job, sampled_at, state, visible_until)
SELECT
    'response-time',
    toDateTime64('2026-09-30 00:00:00', 3, 'UTC') + toIntervalSecond(number * 10) AS at,
    if(at BETWEEN '2026-09-30 00:39:30' AND '2026-09-30 00:40:00', 'RESTARTING', 'RUNNING'),
    multiIf(
        at BETWEEN '2026-09-30 00:10:00' AND '2026-09-30 00:15:00', toDateTime64('2026-09-30 00:10:00', 3, 'UTC'),
        at BETWEEN '2026-09-30 00:39:30' AND '2026-09-30 00:40:00', NULL,
        at BETWEEN '2026-09-30 00:50:00' AND '2026-09-30 00:50:30', toDateTime64('2026-09-30 00:41:30', 3, 'UTC'),
        at - toIntervalSecond(5))
FROM numbers(361)
WHERE NOT (at > '2026-09-30 00:20:00' AND at < '2026-09-30 00:30:00') AND NOT (at > '2026-09-30 00:40:00' AND at < '2026-09-30 00:50:00');

-- deskpulse: was restarting at 00:10, then nobody looked for ten minutes, after which nothing since 00:09 was visible.
INSERT INTO job_samples (job, sampled_at, state, visible_until)
SELECT
    'deskpulse',
    toDateTime64('2026-09-30 00:00:00', 3, 'UTC') + toIntervalSecond(number * 10) AS at,
    if(at = '2026-09-30 00:10:00', 'RESTARTING', 'RUNNING'),
    multiIf(
        at = '2026-09-30 00:10:00', NULL,
        at = '2026-09-30 00:20:00', toDateTime64('2026-09-30 00:09:00', 3, 'UTC'),
        at - toIntervalSecond(5))
FROM numbers(361)
WHERE NOT (at > '2026-09-30 00:10:00' AND at < '2026-09-30 00:20:00');

-- conversion: failed at 00:30 and is left so.
INSERT INTO job_samples (job, sampled_at, state, visible_until)
SELECT
    'conversion',
    toDateTime64('2026-09-30 00:00:00', 3, 'UTC') + toIntervalSecond(number * 10) AS at,
    if(at < '2026-09-30 00:30:00', 'RUNNING', 'FAILED'),
    if(at < '2026-09-30 00:30:00', at - toIntervalSecond(5), NULL)
FROM numbers(361);

-- resolution: cancelled at 00:04, before anything was known of it, and forgotten after 00:05.
INSERT INTO job_samples (job, sampled_at, state)
SELECT
    'resolution',
    toDateTime64('2026-09-30 00:00:00', 3, 'UTC') + toIntervalSecond(number * 10) AS at,
    if(at < '2026-09-30 00:04:00', 'RUNNING', 'CANCELED')
FROM numbers(31);
