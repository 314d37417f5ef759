package io.deskpulse.metrics.forecast.events;

import java.time.LocalDate;

/**
 * Days whose counts teach nothing: they are as good as missing.
 *
 * @param reason why
 * @param from first date
 * @param to last date, not before the first
 * @param knownFrom first day on which forecasts know of it
 */
public record Tag(Reason reason, LocalDate from, LocalDate to, LocalDate knownFrom) {
    /** Why days are left out. */
    public enum Reason {
        /** Contacts did not get through. */
        OUTAGE,
        /** Contacts went elsewhere. */
        ROUTING,
        /** A promotion that will not come again. */
        PROMOTION,
        /** Contacts were not real. */
        TEST
    }

    /** Checks the order of the dates. */
    public Tag {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from, got " + from + " to " + to);
        }
    }

    /** Whether a date is tagged. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
