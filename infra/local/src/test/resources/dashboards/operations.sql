-- A week of looks at the jobs, every minute on the last day and every hour before; one restart, one failed checkpoint.
SYSTEM STOP TTL MERGES deskpulse.job_samples;

INSERT INTO job_samples
WITH toDateTime64('2026-10-24 13:00:00', 3, 'UTC') AS end
SELECT
    'deskpulse',
    end - toIntervalSecond(if(number < 1440, number * 60, 86400 + (number - 1440) * 3600)) AS at,
    if(number = 30, 'RESTARTING', 'RUNNING'),
    if(number = 30, NULL, 100 + number % 50),
    if(number = 30, NULL, at - toIntervalSecond(4)),
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
