package io.deskpulse.metrics.recovery;

import java.util.Objects;

/**
 * What is to be reached, and when.
 *
 * @param windowDays length of the trailing window, 1 to 3650 days; the window of a day ends with that day
 * @param today the last day that has counted so far, in days since 1970-01-01
 * @param by the day whose window is to reach the target, not before {@code today}, in days since 1970-01-01
 */
public record RecoveryQuestion(int windowDays, Target target, int today, int by) {
    private static final int MOST_DAYS = 3_650;

    /** Checks the ranges. */
    public RecoveryQuestion {
        Objects.requireNonNull(target, "target");
        if (windowDays < 1 || windowDays > MOST_DAYS) {
            throw new IllegalArgumentException("windowDays must be 1 to " + MOST_DAYS + ", got " + windowDays);
        }
        if (by < today) {
            throw new IllegalArgumentException("by must not be before today, got " + by + " < " + today);
        }
    }

    /** The first day of the window that ends on {@code lastDay}. */
    public int firstDayOf(int lastDay) {
        return lastDay - windowDays + 1;
    }

    /** The first day whose window does not hold {@code epochDay} any more. */
    public int leavingDayOf(int epochDay) {
        return epochDay + windowDays;
    }
}
