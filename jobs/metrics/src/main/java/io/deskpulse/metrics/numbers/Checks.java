package io.deskpulse.metrics.numbers;

/** Refusals that name the value. */
public final class Checks {
    private Checks() {}

    /** Refuses what is below 0, infinite or not a number. */
    public static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be >= 0, got " + value);
        }
    }

    /** Refuses what is not above 0, infinite or not a number. */
    public static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be > 0, got " + value);
        }
    }

    /** Refuses what is not in (0, 1]. */
    public static void ratioAboveZero(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], got " + value);
        }
    }
}
