package io.deskpulse.bench.hotspots.sim;

import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import io.deskpulse.metrics.numbers.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The reasons of HS-1: how often and how late exposures lead to each. */
public enum Causes {
    /** Quality, the most frequent. */
    BROKEN(ExposureType.SIGNED, .006, 12, 1, .8),
    /** Quality. */
    WRONG(ExposureType.SIGNED, .005, 36, .9, .8),
    /** Quality. */
    MISSING(ExposureType.SIGNED, .004, 48, .8, .8),
    /** Quality, late. */
    WORN(ExposureType.SIGNED, .0025, 96, .8, .8),
    /** Quality, rare. */
    ALLERGY(ExposureType.SIGNED, .0006, 72, 1, .8),
    /** Logistics. */
    LATE(ExposureType.SHIPPED, .01, 84, .5, 4),
    /** Logistics. */
    LOST(ExposureType.SHIPPED, .003, 120, .5, 4),
    /** Service. */
    RUDE(ExposureType.CONVERSATION, .004, 3, 1.2, 4);

    /** How many there are. */
    public static final int COUNT = values().length;

    /** Lags of delays that are kept, in bins of four hours: 28 days. */
    static final int LAGS = 168;

    private static final Causes[] ALL = values();
    private static final int STEPS = 16;
    private static final int BIN_HOURS = 4;

    final ExposureType exposure;
    final double rate;
    final double heterogeneity;
    /** Share of complaints by lag in bins, of exposures spread evenly over their bin. */
    final float[] delay = new float[LAGS];

    Causes(ExposureType exposure, double rate, double medianHours, double sigma, double heterogeneity) {
        this.exposure = exposure;
        this.rate = rate;
        this.heterogeneity = heterogeneity;
        for (int step = 0; step < STEPS; step++) {
            double since = (step + .5) / STEPS * BIN_HOURS;
            double before = 0;
            for (int lag = 0; lag < LAGS; lag++) {
                double hours = (lag + 1) * BIN_HOURS - since;
                double until = Normal.cumulative(Math.log(hours / medianHours) / sigma);
                delay[lag] += (float) ((until - before) / STEPS);
                before = until;
            }
        }
    }

    static Causes of(int ordinal) {
        return ALL[ordinal];
    }

    /** The taxonomy of them. */
    public static List<Reason> taxonomy() {
        return Arrays.stream(ALL)
                .map(cause -> new Reason(cause.name().toLowerCase(Locale.ROOT), cause.exposure))
                .toList();
    }
}
