-- How much of planned time is not worked: paused as breaks are, or away?
-- A shop that tells of shifts but not of presence would look as if nobody ever came: its days have no rows.

--| Planned time that is over, one row per shop, day and quarter of an hour of the day on the clock of the shop (0 =
--| 00:00 to 00:15), ms; weekday 1 = Monday. Planned shrinkage = paused_ms / planned_ms; unplanned = away_ms /
--| (planned_ms - paused_ms), where away = planned and not on line. Sum both over days before dividing.
CREATE OR REPLACE VIEW deskpulse.shrinkage AS
WITH (SELECT known FROM deskpulse.shop_lookup) AS known
SELECT
    shop_id,
    day,
    toDayOfWeek(day) AS weekday,
    quarter,
    planned_ms,
    paused_ms,
    away_ms
FROM
(
    SELECT
        shop_id,
        day,
        quarter,
        sum(slot_planned_ms) AS planned_ms,
        sum(slot_paused_ms) AS paused_ms,
        sum(slot_planned_ms - slot_present_ms) AS away_ms,
        sum(sum(slot_online_ms)) OVER (PARTITION BY shop_id, day) AS day_online_ms
    FROM
    (
        SELECT
            shop_id,
            day,
            assumeNotNull(transform(shop_id, known.shops, known.zones, known.other_zone)) AS zone,
            toUInt8(intDiv(
                toUnixTimestamp(toDateTime(formatDateTime(interval_start, '%F %T', zone), 'UTC')) % 86400,
                900)) AS quarter,
            past_planned_ms AS slot_planned_ms,
            planned_suspended_ms AS slot_paused_ms,
            planned_online_ms AS slot_present_ms,
            online_ms AS slot_online_ms
        FROM deskpulse.agent_slots
    )
    GROUP BY shop_id, day, quarter
)
WHERE day_online_ms > 0 AND planned_ms > 0;
