-- What came of each forecast interval of some days?
-- Of intervals that are over as far as the shop's own contacts tell: without a clock, and without judging a feed that
-- is behind.

--| Forecast intervals that are over, of days of the shop from from_day to to_day, parameters, one row each; contacts =
--| that came; size = of the shop and channel when it was made: small below 500 contacts a week, medium below 10,000,
--| large; tagged = the day is left out by a tag; the rest as in forecasts.
CREATE OR REPLACE VIEW deskpulse.forecast_outcomes_between AS
SELECT
    slot.shop_id AS shop_id,
    slot.day AS day,
    slot.channel AS channel,
    slot.interval_start AS interval_start,
    slot.interval_min AS interval_min,
    slot.made_at AS made_at,
    slot.lead_days AS lead_days,
    multiIf(slot.weekly_contacts < 500, 'small', slot.weekly_contacts < 10000, 'medium', 'large') AS size,
    slot.mean AS mean,
    slot.p025 AS p025,
    slot.p10 AS p10,
    slot.p90 AS p90,
    slot.p975 AS p975,
    slot.same_slot_mean AS same_slot_mean,
    slot.event_id AS event_id,
    toFloat64(came.first_contacts + if(slot.interval_min = 15, 0, came.next_contacts)) AS contacts,
    toBool(arrayExists(
        tag -> tag.1 IN ('', slot.shop_id) AND tag.2 IN ('', slot.channel) AND slot.day BETWEEN tag.3 AND tag.4,
        tags.all)) AS tagged
FROM
(
    SELECT *
    FROM deskpulse.forecast_slots FINAL
    WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
) AS slot
CROSS JOIN
(
    SELECT groupArray((shop_id, channel, from_day, to_day)) AS all
    FROM deskpulse.forecast_tag_log FINAL
    WHERE removed_at IS NULL
) AS tags
INNER JOIN
(
    SELECT shop_id, max(interval_start) AS known_until
    FROM deskpulse.arrivals
    WHERE day BETWEEN {from_day:Date} AND {to_day:Date} + 7
    GROUP BY shop_id
) AS known ON slot.shop_id = known.shop_id
LEFT JOIN
(
    SELECT
        shop_id,
        channel,
        arrayJoin([interval_start, interval_start - toIntervalMinute(15)]) AS at,
        sumIf(contacts, at = interval_start) AS first_contacts,
        sumIf(contacts, at != interval_start) AS next_contacts
    FROM deskpulse.arrivals
    WHERE day BETWEEN {from_day:Date} AND {to_day:Date}
    GROUP BY shop_id, channel, at
) AS came ON slot.shop_id = came.shop_id AND slot.channel = came.channel AND slot.interval_start = came.at
WHERE slot.interval_start + toIntervalMinute(slot.interval_min) <= known.known_until;
