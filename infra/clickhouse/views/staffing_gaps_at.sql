-- Where will agents be missing in the next hours?
-- The latest forecast that was known at the instant, whoever made it: of a run within the day where there is one.
-- Agents of several channels of a shop are added up, as shifts do not say which channel they are for.

--| Agents needed against shifts, one row per shop and interval of the next 12 hours at the instant at, a parameter.
--| contacts, needed = expected, and agents for the 75 % quantile, over all channels; planned = accounts with a shift,
--| averaged over the interval; present = share of them to expect; available = planned × present; gap = needed -
--| available, positive when agents are missing; made_at = of the oldest forecast used.
CREATE OR REPLACE VIEW deskpulse.staffing_gaps_at AS
SELECT
    need.shop_id AS shop_id,
    need.day AS day,
    need.interval_start AS interval_start,
    need.interval_min AS interval_min,
    need.made_at AS made_at,
    need.contacts AS contacts,
    need.needed AS needed,
    if(need.interval_min = 15, shift.first_planned, (shift.first_planned + shift.next_planned) / 2) AS planned,
    need.present AS present,
    planned * present AS available,
    needed - available AS gap
FROM
(
    SELECT
        shop_id,
        slot.1 AS day,
        interval_start,
        slot.2 AS interval_min,
        min(slot.3) AS made_at,
        sum(slot.4) AS contacts,
        sum(slot.5) AS needed,
        if(sum(slot.6) > 0, sum(slot.5) / sum(slot.6), 1) AS present
    FROM
    (
        -- Without FINAL: a run that was repeated wrote the same rows.
        SELECT
            shop_id,
            channel,
            interval_start,
            argMax(
                (day, interval_min, made_at, mean, agents_p75, agents_gross),
                (made_at, interval_min)) AS slot
        FROM deskpulse.forecast_slots
        WHERE made_at <= {at:DateTime64(3, 'UTC')}
            AND made_at > {at:DateTime64(3, 'UTC')} - toIntervalDay(15)
            AND interval_start > {at:DateTime64(3, 'UTC')} - toIntervalMinute(interval_min)
            AND interval_start < {at:DateTime64(3, 'UTC')} + toIntervalHour(12)
        GROUP BY shop_id, channel, interval_start
    )
    GROUP BY shop_id, day, interval_start, interval_min
) AS need
LEFT JOIN
(
    SELECT
        shop_id,
        arrayJoin([interval_start, interval_start - toIntervalMinute(15)]) AS at,
        sumIf(planned, at = interval_start) AS first_planned,
        sumIf(planned, at != interval_start) AS next_planned
    FROM deskpulse.planned_staff
    WHERE interval_start >= {at:DateTime64(3, 'UTC')} - toIntervalMinute(60)
        AND interval_start < {at:DateTime64(3, 'UTC')} + toIntervalHour(13)
    GROUP BY shop_id, at
) AS shift ON need.shop_id = shift.shop_id AND need.interval_start = shift.at;
