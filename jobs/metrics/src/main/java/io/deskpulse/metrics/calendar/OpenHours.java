package io.deskpulse.metrics.calendar;

import java.io.Serializable;

/**
 * Hours of one local day during which a clock runs, as the wall clock shows them.
 *
 * @param fromSecond first second after local midnight, 0..86399
 * @param toSecond first second no longer open, above {@code fromSecond}, 86400 for midnight
 */
public record OpenHours(int fromSecond, int toSecond) implements Serializable {
    /** Seconds of a wall clock's day. */
    public static final int DAY_SECONDS = 86_400;

    /** Checks the ranges. */
    public OpenHours {
        if (fromSecond < 0 || toSecond > DAY_SECONDS || fromSecond >= toSecond) {
            throw new IllegalArgumentException(
                    "hours must lie within one day and end after they begin, got " + fromSecond + " to " + toSecond);
        }
    }
}
