package io.deskpulse.metrics.numbers;

import java.util.Arrays;

/** A sample counted into buckets of equal width, so that single order statistics are found without sorting all. */
final class Buckets {
    private static final int MOST = 1024;

    private final double[] sample;
    private final int size;
    private final double least;
    private final double scale;
    private final short[] bucketOf;
    private final int[] starts;
    private final double[][] sorted;

    /** Counts the first values of a sample, at least one. */
    Buckets(double[] sample, int size) {
        if (size == 0) {
            throw new IllegalArgumentException("a sample must not be empty");
        }
        this.sample = sample;
        this.size = size;
        double low = sample[0];
        double high = sample[0];
        for (int i = 1; i < size; i++) {
            low = Math.min(low, sample[i]);
            high = Math.max(high, sample[i]);
        }
        int buckets = Math.max(1, Math.min(MOST, size / 2));
        this.least = low;
        this.scale = high > low ? (buckets - 1) / (high - low) : 0;
        this.bucketOf = new short[size];
        this.starts = new int[buckets + 1];
        this.sorted = new double[buckets][];
        for (int i = 0; i < size; i++) {
            int bucket = (int) ((sample[i] - least) * scale);
            bucketOf[i] = (short) bucket;
            starts[bucket + 1]++;
        }
        for (int i = 0; i < buckets; i++) {
            starts[i + 1] += starts[i];
        }
    }

    /** The quantiles by type 7. */
    double[] quantiles(double[] levels) {
        double[] quantiles = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            double at = (size - 1) * levels[i];
            int below = (int) Math.floor(at);
            double rest = at - below;
            double value = ranked(below);
            quantiles[i] = rest == 0 ? value : value + rest * (ranked(below + 1) - value);
        }
        return quantiles;
    }

    private double ranked(int rank) {
        int found = Arrays.binarySearch(starts, rank);
        int bucket = found < 0 ? -found - 2 : found;
        while (starts[bucket + 1] == rank) {
            bucket++;
        }
        if (sorted[bucket] == null) {
            double[] values = new double[starts[bucket + 1] - starts[bucket]];
            int filled = 0;
            for (int i = 0; i < size && filled < values.length; i++) {
                if (bucketOf[i] == bucket) {
                    values[filled++] = sample[i];
                }
            }
            Arrays.sort(values);
            sorted[bucket] = values;
        }
        return sorted[bucket][rank - starts[bucket]];
    }
}
