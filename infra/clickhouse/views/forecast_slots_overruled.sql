-- What did planners have at hand of each interval: the forecast, and what a person expects instead?

--| Forecasts as they are kept, with the number that a person gave instead: of several overrides of an interval the
--| latest holds. override = contacts, null when nobody overruled it. The columns are explained in forecasts and in
--| staffing, which read it.
CREATE OR REPLACE VIEW deskpulse.forecast_slots_overruled AS
SELECT
    slot.*,
    multiIf(
        other.kind = 'FACTOR', slot.mean * other.amount,
        other.kind = 'VALUE', if(slot.interval_min = 15, other.first_quarter, other.first_quarter + other.next_quarter),
        NULL) AS override,
    other.override_id AS override_id
FROM (SELECT * FROM deskpulse.forecast_slots FINAL) AS slot
LEFT JOIN
(
    SELECT
        shop_id,
        channel,
        quarter,
        argMax(override_id, made_at) AS override_id,
        argMax(kind, made_at) AS kind,
        argMax(amount, made_at) AS amount,
        argMax(means[number + 1], made_at) AS first_quarter,
        argMax(means[number + 2], made_at) AS next_quarter
    FROM
    (
        SELECT
            *,
            arrayJoin(range(toUInt32(dateDiff('minute', from_at, to_at) / 15))) AS number,
            from_at + toIntervalMinute(15 * number) AS quarter
        FROM deskpulse.forecast_override_log FINAL
        WHERE removed_at IS NULL
    )
    GROUP BY shop_id, channel, quarter
) AS other ON slot.shop_id = other.shop_id AND slot.channel = other.channel AND slot.interval_start = other.quarter;
