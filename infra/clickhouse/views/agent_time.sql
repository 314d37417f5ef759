-- How long was each account planned, on line, paused, and busy on each day?
-- What two kinds of time have in common is the sum of both less the length of their union.

--| Time of each account, one row per shop, day and account, ms. planned_ms = union of its shifts; online_ms = on line,
--| pauses included; suspended_ms = paused; planned_online_ms = on line during a shift, absent = planned_ms -
--| planned_online_ms (of a shift that is not over, also what is to come); planned_suspended_ms = paused during one;
--| occupied_ms = had at least one contact, by the wall clock; occupied_online_ms = of that, while on line: occupancy =
--| occupied_online_ms / online_ms; contact_ms = sum over contacts: concurrency = contact_ms / occupied_ms. status =
--| ONLINE, SUSPENDED, OFFLINE as last known on that day, since status_since; null = no presence is known.
CREATE OR REPLACE VIEW deskpulse.agent_time AS
SELECT
    shop_id,
    day,
    agent_id,
    planned_ms,
    online_ms,
    suspended_ms,
    planned_ms + online_ms - planned_or_online_ms AS planned_online_ms,
    planned_ms + suspended_ms - planned_or_suspended_ms AS planned_suspended_ms,
    occupied_ms,
    online_ms + occupied_ms - online_or_occupied_ms AS occupied_online_ms,
    contact_ms,
    first_online_at,
    last_offline_at,
    status,
    status_since
FROM
(
    SELECT
        shop_id,
        day,
        agent_id,
        toInt64(intervalLengthSumIf(from_ms, until_ms, kind = 'PLANNED')) AS planned_ms,
        toInt64(intervalLengthSumIf(from_ms, until_ms, kind IN ('ONLINE', 'SUSPENDED'))) AS online_ms,
        toInt64(intervalLengthSumIf(from_ms, until_ms, kind = 'SUSPENDED')) AS suspended_ms,
        toInt64(intervalLengthSumIf(from_ms, until_ms, kind IN ('ONLINE', 'SUSPENDED', 'PLANNED')))
            AS planned_or_online_ms,
        toInt64(intervalLengthSumIf(from_ms, until_ms, kind IN ('SUSPENDED', 'PLANNED'))) AS planned_or_suspended_ms,
        toInt64(intervalLengthSumIf(from_ms, until_ms, kind = 'CONTACT')) AS occupied_ms,
        toInt64(intervalLengthSumIf(from_ms, until_ms, kind IN ('ONLINE', 'SUSPENDED', 'CONTACT')))
            AS online_or_occupied_ms,
        toInt64(sumIf(until_ms - from_ms, kind = 'CONTACT')) AS contact_ms,
        fromUnixTimestamp64Milli(
            minOrNullIf(from_ms, kind IN ('ONLINE', 'SUSPENDED')), 'UTC') AS first_online_at,
        maxIf((if(gone, until_ms, from_ms), if(gone, 'OFFLINE', kind)), kind IN ('ONLINE', 'SUSPENDED', 'OFFLINE'))
            AS last_known,
        nullIf(last_known.2, '') AS status,
        if(isNull(status), NULL, fromUnixTimestamp64Milli(last_known.1, 'UTC')) AS status_since,
        if(
            ifNull(status = 'OFFLINE', false),
            fromUnixTimestamp64Milli(maxOrNullIf(until_ms, kind IN ('ONLINE', 'SUSPENDED')), 'UTC'),
            NULL) AS last_offline_at
    FROM
    (
        SELECT
            shop_id,
            day,
            agent_id,
            kind,
            toUnixTimestamp64Milli(from_at) AS from_ms,
            toUnixTimestamp64Milli(until_at) AS until_ms,
            open,
            gone
        FROM deskpulse.agent_pieces

        UNION ALL

        SELECT
            shop_id,
            day,
            agent_id,
            'OFFLINE',
            toUnixTimestamp64Milli(from_at),
            toUnixTimestamp64Milli(from_at),
            false,
            false
        FROM deskpulse.agent_intervals FINAL
        WHERE kind = 'OFFLINE'

        UNION ALL

        SELECT
            shop_id,
            day,
            account,
            'CONTACT',
            toUnixTimestamp64Milli(from_at),
            toUnixTimestamp64Milli(until_at),
            false,
            false
        FROM deskpulse.contact_parts
        WHERE account != ''
    )
    GROUP BY shop_id, day, agent_id
);
