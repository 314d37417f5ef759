package io.deskpulse.metrics.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Weekly opening hours in one time zone, with the dates that differ from their weekday, in force between two dates.
 *
 * <p>Open means: the wall clock of the zone shows a time within the hours of that date. An hour that the clocks skip is not
 * there to be worked in, and one they repeat counts twice.
 *
 * @param zone where the wall clock hangs
 * @param week hours by weekday, in order, not overlapping; a weekday not listed is closed
 * @param dates hours of single dates, which replace those of their weekday; no hours on a holiday
 * @param validFrom first date in force
 * @param validTo first date no longer in force
 */
public record Schedule(
        ZoneId zone,
        Map<DayOfWeek, List<OpenHours>> week,
        Map<LocalDate, List<OpenHours>> dates,
        LocalDate validFrom,
        LocalDate validTo)
        implements Serializable {
    /** {@link #validFrom} of a schedule that was always in force. */
    public static final LocalDate ALWAYS = LocalDate.of(1970, 1, 1);

    /** {@link #validTo} of a schedule without an end: events lie before the year 2200. */
    public static final LocalDate FOREVER = LocalDate.of(2200, 1, 1);

    /** A stretch of open time, milliseconds since the epoch, its end excluded. */
    record Stretch(long fromMillis, long toMillis) {}

    /** The first open stretch that ends after an instant, cut to begin no earlier; null when there is none any more. */
    Stretch nextOpen(long millis) {
        LocalDate date = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
        for (date = date.isBefore(validFrom) ? validFrom : date; date.isBefore(validTo); date = date.plusDays(1)) {
            for (Stretch stretch : stretches(date)) {
                if (stretch.toMillis > millis) {
                    return new Stretch(Math.max(stretch.fromMillis, millis), stretch.toMillis);
                }
            }
        }
        return null;
    }

    private List<Stretch> stretches(LocalDate date) {
        List<OpenHours> hours = dates.get(date);
        if (hours == null) {
            hours = week.getOrDefault(date.getDayOfWeek(), List.of());
        }
        List<Stretch> open = new ArrayList<>(hours.size());
        if (!hours.isEmpty()) {
            long untilMillis = date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
            long fromMillis = date.atStartOfDay(zone).toInstant().toEpochMilli();
            while (fromMillis < untilMillis) {
                fromMillis = addUnderOneOffset(date, hours, fromMillis, untilMillis, open);
            }
        }
        return open;
    }

    /** Adds what is open from an instant until the clocks next change, at most until the end of the date, which it returns. */
    private long addUnderOneOffset(
            LocalDate date, List<OpenHours> hours, long fromMillis, long untilMillis, List<Stretch> open) {
        ZoneRules rules = zone.getRules();
        Instant from = Instant.ofEpochMilli(fromMillis);
        ZoneOffset offset = rules.getOffset(from);
        ZoneOffsetTransition change = rules.nextTransition(from);
        long endMillis = change == null
                ? untilMillis
                : Math.min(untilMillis, change.getInstant().toEpochMilli());
        long midnightMillis = date.atStartOfDay().toInstant(offset).toEpochMilli();
        for (OpenHours opening : hours) {
            long opensMillis = Math.max(fromMillis, midnightMillis + opening.fromSecond() * 1000L);
            long closesMillis = Math.min(endMillis, midnightMillis + opening.toSecond() * 1000L);
            if (opensMillis < closesMillis) {
                open.add(new Stretch(opensMillis, closesMillis));
            }
        }
        return endMillis;
    }
}
