package io.deskpulse.metrics.hotspots.expected;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A shop's days in six bins of four hours from its midnight, on days when clocks change of three or five.
 *
 * <p>Bins are numbered on: six times the day since 1970-01-01, and 0 to 5. Positions inside a bin are in 0..{@link #BIN_MILLIS}
 * whatever its length. It remembers the bin last asked for. Not thread-safe.
 */
public final class ShopBins {
    /** Bins of a day. */
    public static final int A_DAY = 6;

    /** Hours of a bin. */
    public static final int HOURS = 4;

    /** Length of a usual bin, milliseconds. */
    public static final long BIN_MILLIS = HOURS * 3_600_000L;

    private static final long HOUR_MILLIS = BIN_MILLIS / HOURS;

    private final ZoneId zone;
    private long number;
    private long fromMillis;
    private long untilMillis;

    /** The bins of a zone. */
    public ShopBins(ZoneId zone) {
        this.zone = zone;
    }

    /** The number of the bin of an instant. */
    public long number(long millis) {
        locate(millis);
        return number;
    }

    /** When the bin of an instant began, milliseconds since the epoch. */
    public long fromMillis(long millis) {
        locate(millis);
        return fromMillis;
    }

    /** When the bin of an instant ends, milliseconds since the epoch. */
    public long untilMillis(long millis) {
        locate(millis);
        return untilMillis;
    }

    /** Where an instant lies in its bin, 0 to {@link #BIN_MILLIS}. */
    public long position(long millis) {
        locate(millis);
        long length = untilMillis - fromMillis;
        long since = millis - fromMillis;
        return length == BIN_MILLIS ? since : since * BIN_MILLIS / length;
    }

    /** The hour of the shop's day of an instant, 0 to 23. */
    public int hour(long millis) {
        long position = position(millis);
        return (int) (Math.floorMod(number, (long) A_DAY) * HOURS + position / HOUR_MILLIS);
    }

    private void locate(long millis) {
        if (millis >= fromMillis && millis < untilMillis) {
            return;
        }
        LocalDate date = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
        int bin = 0;
        fromMillis = boundary(date, 0);
        untilMillis = boundary(date, 1);
        while (millis >= untilMillis) {
            bin++;
            fromMillis = untilMillis;
            untilMillis = boundary(date, bin + 1);
        }
        number = date.toEpochDay() * A_DAY + bin;
    }

    private long boundary(LocalDate date, int bin) {
        return bin == A_DAY
                ? date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli()
                : date.atTime(bin * HOURS, 0).atZone(zone).toInstant().toEpochMilli();
    }
}
