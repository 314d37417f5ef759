package io.deskpulse.metrics.forecast.score;

/** The levels at which forecasts are published and judged. */
public final class Levels {
    private static final double[] ALL = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    private Levels() {}

    /** How many there are. */
    public static int count() {
        return ALL.length;
    }

    /** The i-th, ascending. */
    public static double level(int i) {
        return ALL[i];
    }

    /** All of them, ascending. */
    public static double[] all() {
        return ALL.clone();
    }
}
