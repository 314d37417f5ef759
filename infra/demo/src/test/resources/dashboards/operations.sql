-- A week of looks at the jobs, every minute on the last day and every hour before; one restart, one failed checkpoint; from 09:25 to 10:00
-- nothing became visible.
SYSTEM STOP TTL MERGES deskpulse.job_samples;

INSERT INTO job_samples
WITH toDateTime64('2026-10-24 13:00:00', 3, 'UTC') AS end
SELECT
    'deskpulse',
    end - toIntervalSecond(if(number < 1440, number * 60, 86400 + (number - 1440) * 3600)) AS at,
    if(number = 30, 'RESTARTING', 'RUNNING'),
    if(number = 30, NULL, 100 + number % 50),
    multiIf(number = 30, NULL, number BETWEEN 180 AND 215, toDateTime64('2026-10-24 09:22:30', 3, 'UTC'), at - toIntervalSecond(4)),
    20 + number % 7,
    10 + number % 5,
    at - toIntervalSecond(8),
    900 + number % 100,
    50000000 + number * 1000,
    number < 60,
    number <= 30
FROM numbers(1440 + 145);

-- What was refused, some with a shop and some without.
INSERT INTO rejections
SELECT
    if(number % 3 = 0, 'deskpulse.orders.v1', 'deskpulse.chat.v1'),
    number % 2,
    1000 + number,
    toDateTime64('2026-10-24 12:55:00', 3, 'UTC') - toIntervalMinute(number * 40),
    ['UNDECODABLE', 'MISSING_FIELD', 'TOO_LATE'][number % 3 + 1],
    'seeded',
    0,
    number,
    ['', 'known'][number % 2 + 1]
FROM numbers(20);

-- A rule of one's own, which no board shows, changed on a day of the week.
INSERT INTO metric_rules
    (rule_id, version, valid_from, valid_to, facts, measure, window_from_s, window_to_s, limit_ms, cap_ms, min_response_ms,
    human_valid_only, worst_good_score, source)
SELECT
    'own.first_wait',
    toString(number + 1),
    if(number = 0, toDate('1970-01-01'), toDate('2026-10-22')),
    if(number = 0, toDate('2026-10-22'), toDate('2149-06-06')),
    'FIRST_WAITS', 'QUANTILES', 0, 86399, NULL, NULL, 0, true, NULL,
    'seeded'
FROM numbers(2);
