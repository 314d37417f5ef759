-- What does the clock of each shop show at an instant, and is the shop open?
-- formatDateTime alone takes a time zone that differs from row to row. Where the clock of a zone stands beside UTC is
-- asked twice to come from a local time to its instant: as of now, and as of where that leads, so that a change of the
-- clocks in between is in it. Step by step, as a name used twice in one step is planned twice.

--| Clocks of shops at the instant at, a parameter, one row per shop with settings of its own, and one with an empty
--| shop_id for all others. day, second = date and second of the day on the shop's clock; offset_s = how far it is ahead
--| of UTC; is_open = within its hours; open_since = when the stretch of hours began that the instant lies in, null when
--| closed; closes_second = end of the last hours of the day, null when it has none.
CREATE OR REPLACE VIEW deskpulse.shop_clocks_at AS
SELECT
    shop_id,
    zone,
    day,
    second,
    offset_s,
    toBool(stretch.5 > 0) AS is_open,
    if(
        stretch.5 = 0,
        NULL,
        toDateTime64(midnight, 3, 'UTC') + toIntervalSecond(
            opened_second - dateDiff('second', guess, toDateTime(formatDateTime(guess, '%F %T', zone), 'UTC')))
    ) AS open_since,
    nullIf(arrayMax(arrayPushBack(hours_today.5, 0)), 0) AS closes_second
FROM
(
    SELECT
        *,
        midnight + toIntervalSecond(opened_second - offset_s) AS guess
    FROM
    (
        SELECT
            *,
            multiIf(
                stretch.4 > 0 OR night.5 = 0, toInt64(stretch.4),
                night.4 > 0, toInt64(night.4) - 86400,
                -- Open round the clock: longer than anybody's wait is remembered.
                -120 * 86400) AS opened_second
        FROM
        (
            SELECT
                *,
                arrayFirst(entry -> entry.4 <= second AND second < entry.5, hours_today) AS stretch,
                arrayFirst(entry -> entry.5 = 86400, hours_yesterday) AS night
            FROM
            (
                SELECT
                    shop_id,
                    zone,
                    offset_s,
                    day,
                    second,
                    midnight,
                    arrayFilter(
                        entry -> if(
                            has(dates, day),
                            entry.3 = 0 AND entry.1 = day,
                            entry.3 = toDayOfWeek(day) AND entry.1 <= day AND day < entry.2),
                        hours) AS hours_today,
                    arrayFilter(
                        entry -> if(
                            has(dates, day - 1),
                            entry.3 = 0 AND entry.1 = day - 1,
                            entry.3 = toDayOfWeek(day - 1) AND entry.1 < day AND day <= entry.2),
                        hours) AS hours_yesterday
                FROM
                (
                    SELECT
                        shop_id,
                        zone,
                        hours,
                        arrayFilter((from_day, weekday) -> weekday = 0, hours.1, hours.3) AS dates,
                        toDate(wall_clock) AS day,
                        toDateTime(toDate(wall_clock), 'UTC') AS midnight,
                        toUInt32(toUnixTimestamp(wall_clock) % 86400) AS second,
                        dateDiff('second', toDateTime({at:DateTime64(3, 'UTC')}, 'UTC'), wall_clock) AS offset_s
                    FROM
                    (
                        SELECT
                            shop_id,
                            zone,
                            hours,
                            toDateTime(formatDateTime({at:DateTime64(3, 'UTC')}, '%F %T', zone), 'UTC') AS wall_clock
                        FROM deskpulse.shop_settings FINAL
                    )
                )
            )
        )
    )
);
