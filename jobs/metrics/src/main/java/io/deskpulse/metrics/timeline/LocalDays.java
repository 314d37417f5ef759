package io.deskpulse.metrics.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * Calendar days of one time zone; remembers the last day asked for, since consecutive events mostly share it.
 *
 * <p>Not thread-safe.
 */
public final class LocalDays {
    private final ZoneId zone;
    private long fromMillis;
    private long untilMillis;
    private int epochDay;
    private boolean clockRunsThrough;

    /** Days of {@code zone}. */
    public LocalDays(ZoneId zone) {
        this.zone = zone;
    }

    /** The calendar date of an instant, in days since 1970-01-01. */
    public int epochDay(long millis) {
        locate(millis);
        return epochDay;
    }

    /** When the day of an instant ends, milliseconds since the epoch. */
    public long endOfDay(long millis) {
        locate(millis);
        return untilMillis;
    }

    /**
     * Wall-clock seconds since midnight, 0..86399: what "opened 08:00:00–22:59:59" means, also on days when clocks change.
     */
    public int secondOfDay(long millis) {
        locate(millis);
        return clockRunsThrough
                ? (int) ((millis - fromMillis) / 1000)
                : Instant.ofEpochMilli(millis).atZone(zone).toLocalTime().toSecondOfDay();
    }

    private void locate(long millis) {
        if (millis < fromMillis || millis >= untilMillis) {
            LocalDate date = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
            Instant from = date.atStartOfDay(zone).toInstant();
            fromMillis = from.toEpochMilli();
            untilMillis = date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
            clockRunsThrough = clockRunsThrough(from);
            epochDay = Math.toIntExact(date.toEpochDay());
        }
    }

    /** Whether the day begins at midnight and no clock is changed before it ends. */
    private boolean clockRunsThrough(Instant from) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(from.minusMillis(1));
        boolean changes = next != null && next.getInstant().toEpochMilli() <= untilMillis;
        return !changes && from.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
