package io.deskpulse.metrics.recovery;

import java.util.Objects;

/**
 * What one day scored.
 *
 * @param epochDay calendar day of the shop, in days since 1970-01-01
 */
public record DayRate(int epochDay, Rate rate) {
    /** Checks that there is a rate. */
    public DayRate {
        Objects.requireNonNull(rate, "rate");
    }
}
