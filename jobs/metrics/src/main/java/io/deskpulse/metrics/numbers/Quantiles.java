package io.deskpulse.metrics.numbers;

import java.util.Arrays;

/** Quantiles of samples. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The quantile of a sorted sample by linear interpolation between order statistics at (n - 1) p: type 7.
     *
     * @param sorted ascending, at least one
     * @param p in [0, 1]
     * @see "Hyndman and Fan 1996, definition 7"
     */
    public static double ofSorted(double[] sorted, double p) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("a sample must not be empty");
        }
        double at = (sorted.length - 1) * p;
        int below = (int) Math.floor(at);
        double rest = at - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }

    /**
     * Several quantiles of a sample in any order, by type 7: values are counted into buckets, and only buckets that hold a wanted one are sorted. The same
     * numbers as by sorting all, several times cheaper.
     *
     * @param sample in any order; not changed
     * @param size how many of its values count, from the first on, at least one
     * @param levels in [0, 1]
     */
    public static double[] of(double[] sample, int size, double[] levels) {
        return new Buckets(sample, size).quantiles(levels);
    }

    /** The middle of a sample in any order, the mean of the two middle ones of an even number. */
    public static double median(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, 0.5);
    }
}
