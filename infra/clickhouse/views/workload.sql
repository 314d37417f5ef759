-- When is the work of contacts done? Handle time, spread over the time in which accounts worked on it.

--| Time that accounts had contacts open, one row per shop, day, channel and quarter of an hour: worked_ms = sum over
--| contacts, so two chats at a time count twice; busy_ms = the same by the wall clock of each account, counted once.
CREATE OR REPLACE VIEW deskpulse.workload AS
SELECT
    shop_id,
    day,
    channel,
    interval_start,
    sum(contact_ms) AS worked_ms,
    sum(union_ms) AS busy_ms
FROM
(
    SELECT
        shop_id,
        day,
        channel,
        account,
        fromUnixTimestamp64Milli(slot_ms, 'UTC') AS interval_start,
        toInt64(sum(least(until_ms, slot_ms + 900000) - greatest(from_ms, slot_ms))) AS contact_ms,
        toInt64(intervalLengthSum(greatest(from_ms, slot_ms), least(until_ms, slot_ms + 900000))) AS union_ms
    FROM
    (
        SELECT
            shop_id,
            day,
            channel,
            account,
            toUnixTimestamp64Milli(from_at) AS from_ms,
            toUnixTimestamp64Milli(until_at) AS until_ms
        FROM deskpulse.contact_parts
        WHERE account != ''
    )
    ARRAY JOIN range(from_ms - from_ms % 900000, until_ms, 900000) AS slot_ms
    GROUP BY shop_id, day, channel, account, slot_ms
)
GROUP BY shop_id, day, channel, interval_start;
