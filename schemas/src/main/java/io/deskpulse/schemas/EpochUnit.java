package io.deskpulse.schemas;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The units in which feeds count from 1970 where milliseconds are expected. */
public enum EpochUnit {
    SECONDS(ChronoUnit.SECONDS),
    MICROSECONDS(ChronoUnit.MICROS),
    NANOSECONDS(ChronoUnit.NANOS);

    private final ChronoUnit unit;

    EpochUnit(ChronoUnit unit) {
        this.unit = unit;
    }

    /**
     * A hint to append to an error about a number that is no instant in milliseconds, {@code ": looks like seconds, expected
     * milliseconds"}, or the empty string when it is none in any other unit either.
     */
    public static String hint(long number) {
        for (EpochUnit unit : values()) {
            if (unit.isPossible(number)) {
                return ": looks like " + unit.name().toLowerCase(Locale.ROOT) + ", expected milliseconds";
            }
        }
        return "";
    }

    private boolean isPossible(long number) {
        try {
            return EventValidity.isPossible(Instant.EPOCH.plus(number, unit));
        } catch (DateTimeException e) {
            return false; // further away than an Instant reaches
        }
    }
}
