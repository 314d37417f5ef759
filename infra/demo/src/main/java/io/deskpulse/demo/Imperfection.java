package io.deskpulse.demo;

/**
 * What goes wrong on the way of the events; what happened stays the same.
 *
 * @param duplicateRatio share of events that come twice, 0 to 1
 * @param lateRatio share of events that come up to two minutes late, hence out of order, 0 to 1
 */
public record Imperfection(double duplicateRatio, double lateRatio) {

    /** Everything once and in order. */
    public static final Imperfection NONE = new Imperfection(0, 0);

    /** Refuses ratios outside 0 to 1, naming them. */
    public Imperfection {
        requireRatio("duplicateRatio", duplicateRatio);
        requireRatio("lateRatio", lateRatio);
    }

    private static void requireRatio(String name, double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException(name + " must be 0 to 1, got " + ratio);
        }
    }
}
