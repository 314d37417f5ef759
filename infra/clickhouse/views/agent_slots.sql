-- How much of each quarter of an hour was each account planned, on line, and paused?

--| Time of each account, one row per shop, day, account and quarter of an hour in which it was planned or on line, ms:
--| planned_ms = union of its shifts; past_planned_ms = of that, what is over; online_ms = on line, pauses included;
--| suspended_ms = paused; planned_online_ms, planned_suspended_ms = of those, during a shift.
CREATE OR REPLACE VIEW deskpulse.agent_slots AS
SELECT
    shop_id,
    day,
    agent_id,
    interval_start,
    planned_ms,
    past_planned_ms,
    online_ms,
    suspended_ms,
    planned_ms + online_ms - planned_or_online_ms AS planned_online_ms,
    planned_ms + suspended_ms - planned_or_suspended_ms AS planned_suspended_ms
FROM
(
    SELECT
        shop_id,
        day,
        agent_id,
        fromUnixTimestamp64Milli(slot_ms, 'UTC') AS interval_start,
        toInt64(intervalLengthSumIf(a, b, kind = 'PLANNED')) AS planned_ms,
        toInt64(intervalLengthSumIf(
            a, least(b, now_ms), kind = 'PLANNED' AND a < now_ms)) AS past_planned_ms,
        toInt64(intervalLengthSumIf(a, b, kind IN ('ONLINE', 'SUSPENDED'))) AS online_ms,
        toInt64(intervalLengthSumIf(a, b, kind = 'SUSPENDED')) AS suspended_ms,
        toInt64(intervalLengthSum(a, b)) AS planned_or_online_ms,
        toInt64(intervalLengthSumIf(a, b, kind IN ('SUSPENDED', 'PLANNED'))) AS planned_or_suspended_ms
    FROM
    (
        SELECT
            shop_id,
            day,
            agent_id,
            kind,
            slot_ms,
            toUnixTimestamp64Milli(now64(3, 'UTC')) AS now_ms,
            greatest(from_ms, slot_ms) AS a,
            least(until_ms, slot_ms + 900000) AS b
        FROM
        (
            SELECT
                shop_id,
                day,
                agent_id,
                kind,
                toUnixTimestamp64Milli(from_at) AS from_ms,
                toUnixTimestamp64Milli(until_at) AS until_ms
            FROM deskpulse.agent_pieces
        )
        ARRAY JOIN range(from_ms - from_ms % 900000, until_ms, 900000) AS slot_ms
    )
    GROUP BY shop_id, day, agent_id, slot_ms
);
