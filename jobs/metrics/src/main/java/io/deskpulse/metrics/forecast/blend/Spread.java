package io.deskpulse.metrics.forecast.blend;

import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.metrics.numbers.NegativeBinomial;
import io.deskpulse.metrics.numbers.Normal;
import io.deskpulse.metrics.numbers.Quantiles;
import java.util.Arrays;
import java.util.List;

/**
 * How far counts of slots fall from their forecasts, learned from the last days at the same lead.
 *
 * <p>s(f)² = f + κ u f², u = variance that the day's belief has plus that of a slot. κ = Σ(e² - f)/Σ u f², drawn to a prior as far as it is uncertain. Busy
 * slots take quantiles of e/s(f), pooled over days and slots, around a quarter of their median, since a bias of weeks is mostly gone a lead later; quiet ones those of the negative binomial law with the same mean and variance; in between
 * the mean of both.
 */
public final class Spread {
    /** Variance of the log of a slot's share of its day, beyond chance. */
    public static final double SLOT_VARIANCE = 0.0025;

    /** Mean contacts of a slot below which quantiles are whole counts. */
    public static final double QUIET = 10;

    private static final double BUSY = 30;
    private static final double PRIOR_VARIANCE = 0.25;
    private static final double SHRINK_DAYS = 8;
    private static final double BIAS_KEPT = 0.25;
    private static final double LEAST_VARIANCE = 0.1;

    private static final double[] LEVELS = Levels.all();
    private static final int MEDIAN = 3;
    private static final double[] NORMAL =
            Arrays.stream(LEVELS).map(Normal::quantile).toArray();

    private final double scale;
    private final double[] standard = new double[Levels.count()];

    /**
     * A day that came.
     *
     * @param counts by slot, NaN where unknown
     * @param mean forecast by slot
     * @param variance of the day's log total as believed
     * @param odd whether the day was taken for an oddity, which teaches nothing of ordinary spread
     */
    public record Outcome(double[] counts, double[] mean, double variance, boolean odd) {}

    /**
     * Learns from days, in any order; none gives what chance and belief say.
     *
     * @param prior κ without evidence, > 0; above 1 where the belief itself is young
     */
    public Spread(List<Outcome> outcomes, double prior) {
        this.scale = scale(outcomes, prior);
        double[] ratios = new double
                [outcomes.stream().mapToInt(outcome -> outcome.counts.length).sum()];
        int size = 0;
        for (Outcome outcome : outcomes) {
            size = addRatios(outcome, ratios, size);
        }
        double trust = outcomes.size() / (outcomes.size() + SHRINK_DAYS);
        double[] pooled = size == 0 ? null : Quantiles.of(ratios, size, Levels.all());
        double off = size == 0 ? 0 : (1 - BIAS_KEPT) * pooled[MEDIAN];
        for (int i = 0; i < standard.length; i++) {
            standard[i] = size == 0 ? NORMAL[i] : trust * (pooled[i] - off) + (1 - trust) * NORMAL[i];
        }
    }

    /** κ: how much wider than believed. */
    public double scale() {
        return scale;
    }

    /**
     * The quantiles of a slot, ascending, >= 0.
     *
     * @param mean forecast f, >= 0
     * @param variance of the day's log total as believed
     */
    public double[] quantiles(double mean, double variance) {
        double busy = Math.min(1, Math.max(0, (mean - QUIET) / (BUSY - QUIET)));
        double dispersion = scale * (variance + SLOT_VARIANCE);
        if (busy == 0) {
            return new NegativeBinomial(mean, dispersion).quantiles(LEVELS);
        }
        double deviation = deviation(mean, variance);
        double[] quantiles =
                busy == 1 ? new double[LEVELS.length] : new NegativeBinomial(mean, dispersion).quantiles(LEVELS);
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = busy * Math.max(0, mean + standard[i] * deviation) + (1 - busy) * quantiles[i];
        }
        return quantiles;
    }

    private double deviation(double mean, double variance) {
        return Math.sqrt(Math.max(mean, LEAST_VARIANCE) + scale * (variance + SLOT_VARIANCE) * mean * mean);
    }

    private int addRatios(Outcome outcome, double[] ratios, int from) {
        int size = from;
        for (int slot = 0; slot < outcome.counts.length; slot++) {
            if (!Double.isNaN(outcome.counts[slot])) {
                double mean = outcome.mean[slot];
                ratios[size++] = (outcome.counts[slot] - mean) / deviation(mean, outcome.variance);
            }
        }
        return size;
    }

    private static double scale(List<Outcome> outcomes, double prior) {
        double excess = 0;
        double believed = 0;
        double chance = 0;
        int days = 0;
        for (Outcome outcome : outcomes) {
            if (!outcome.odd) {
                days++;
                double factor = outcome.variance + SLOT_VARIANCE;
                for (int slot = 0; slot < outcome.mean.length; slot++) {
                    if (!Double.isNaN(outcome.counts[slot])) {
                        double mean = outcome.mean[slot];
                        double error = outcome.counts[slot] - mean;
                        excess += error * error - mean;
                        believed += factor * mean * mean;
                        chance += 2 * mean * mean + mean;
                    }
                }
            }
        }
        if (believed == 0) {
            return prior;
        }
        double variance = chance / (believed * believed) + 2.0 / days;
        double trust = PRIOR_VARIANCE / (PRIOR_VARIANCE + variance);
        return Math.max(0.05, trust * Math.max(0, excess / believed) + (1 - trust) * prior);
    }
}
