-- How many accounts were planned to work in each quarter of an hour, as far as shifts were told by an instant?

--| Accounts with a shift that was told by the instant at, a parameter, one row per shop and quarter of an hour that
--| ends later and begins within 30 days; accounts = weighted by time, each account once. A row of before it was kept
--| when shifts were told counts as told.
CREATE OR REPLACE VIEW deskpulse.shifts_known_at AS
SELECT
    shop_id,
    fromUnixTimestamp64Milli(slot_ms, 'UTC') AS interval_start,
    sum(planned_ms) / 900000 AS accounts
FROM
(
    SELECT
        shop_id,
        agent_id,
        slot_ms,
        intervalLengthSum(greatest(from_ms, slot_ms), least(until_ms, slot_ms + 900000)) AS planned_ms
    FROM
    (
        SELECT
            shop_id,
            agent_id,
            toUnixTimestamp64Milli(from_at) AS from_ms,
            toUnixTimestamp64Milli(least(ifNull(until_at, believed_until_at), believed_until_at)) AS until_ms
        FROM deskpulse.agent_intervals FINAL
        WHERE kind = 'PLANNED'
            AND day >= toDate({at:DateTime64(3, 'UTC')}, 'UTC') - 2
            AND day <= toDate({at:DateTime64(3, 'UTC')}, 'UTC') + 31
            AND believed_until_at > {at:DateTime64(3, 'UTC')}
            AND ifNull(told_at <= {at:DateTime64(3, 'UTC')}, true)
    )
    ARRAY JOIN range(from_ms - from_ms % 900000, until_ms, 900000) AS slot_ms
    GROUP BY shop_id, agent_id, slot_ms
)
WHERE slot_ms + 900000 > toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')})
    AND slot_ms < toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')}) + toInt64(30) * 86400000
GROUP BY shop_id, interval_start;
