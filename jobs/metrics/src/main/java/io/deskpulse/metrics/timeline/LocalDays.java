package io.deskpulse.metrics.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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

    /** Days of {@code zone}. */
    public LocalDays(ZoneId zone) {
        this.zone = zone;
    }

    /** The calendar date of an instant, in days since 1970-01-01. */
    public int epochDay(long millis) {
        locate(millis);
        return epochDay;
    }

    /**
     * Wall-clock seconds since midnight, 0..86399: what "opened 08:00:00–22:59:59" means, also on days when clocks change.
     */
    public int secondOfDay(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalTime().toSecondOfDay();
    }

    private void locate(long millis) {
        if (millis < fromMillis || millis >= untilMillis) {
            LocalDate date = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
            fromMillis = date.atStartOfDay(zone).toInstant().toEpochMilli();
            untilMillis = date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
            epochDay = Math.toIntExact(date.toEpochDay());
        }
    }
}
