package io.deskpulse.metrics.forecast.blend;

import io.deskpulse.metrics.forecast.daymodel.SlotModel;
import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.numbers.Quantiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Intervals around any method's forecasts at one lead, so that methods are compared by the same means.
 *
 * <p>From the 40 most recent known days with a forecast: e = y - f, c² = max(0, Σ(e² - f)/Σf²), s(f)² = max(f, 0.1) + c² f², r = e/s(f) pooled over days
 * and slots; quantile p = max(0, f + q_p(r) s(f)). The forecast itself while there is no such day.
 */
public final class ReferenceIntervals {
    private static final int DAYS = 40;
    private static final double LEAST_VARIANCE = 0.1;

    private final History history;
    private final SlotModel model;
    private final int lead;
    private final Map<Integer, double[]> means = new HashMap<>();
    private final Map<Integer, Fit> fits = new HashMap<>();

    /** What the days up to an origin say of errors: c², and the quantiles of r by level. */
    private record Fit(double variance, double[] ratios) {}

    /** Intervals of a method at a lead of days. */
    public ReferenceIntervals(History history, SlotModel model, int lead) {
        this.history = history;
        this.model = model;
        this.lead = lead;
    }

    /** The method's own forecast of a day by slot, made the lead before; null when it has none. */
    public double[] mean(int target) {
        return means.computeIfAbsent(target, day -> day < lead ? null : model.forecast(day - lead, day));
    }

    /** The quantiles of a day: [slot][level]; null when there is no forecast. */
    public double[][] quantiles(int target) {
        double[] mean = mean(target);
        return mean == null ? null : quantiles(mean, target - lead);
    }

    /**
     * The quantiles around a forecast: [slot][level].
     *
     * @param mean by slot
     * @param learnedAt last day whose errors count
     */
    public double[][] quantiles(double[] mean, int learnedAt) {
        Fit fit = fits.computeIfAbsent(learnedAt, this::fit);
        double[][] quantiles = new double[mean.length][Levels.count()];
        for (int slot = 0; slot < mean.length; slot++) {
            double spread = spread(mean[slot], fit.variance);
            for (int i = 0; i < Levels.count(); i++) {
                quantiles[slot][i] = Math.max(0, mean[slot] + fit.ratios[i] * spread);
            }
        }
        return quantiles;
    }

    private Fit fit(int origin) {
        int[] days = new int[DAYS];
        int count = 0;
        for (int day = origin; day >= 0 && count < DAYS; day--) {
            if (history.has(day) && mean(day) != null) {
                days[count++] = day;
            }
        }
        int[] used = Arrays.copyOf(days, count);
        double variance = variance(used);
        return new Fit(variance, ratios(used, variance));
    }

    private double variance(int[] days) {
        double excess = 0;
        double squares = 0;
        for (int day : days) {
            double[] counts = history.day(day);
            double[] mean = mean(day);
            for (int slot = 0; slot < counts.length; slot++) {
                if (!Double.isNaN(counts[slot])) {
                    double error = counts[slot] - mean[slot];
                    excess += error * error - mean[slot];
                    squares += mean[slot] * mean[slot];
                }
            }
        }
        return squares == 0 ? 0 : Math.max(0, excess / squares);
    }

    private double[] ratios(int[] days, double variance) {
        double[] ratios = new double[days.length * history.slots()];
        int size = 0;
        for (int day : days) {
            double[] counts = history.day(day);
            double[] mean = mean(day);
            for (int slot = 0; slot < counts.length; slot++) {
                if (!Double.isNaN(counts[slot])) {
                    ratios[size++] = (counts[slot] - mean[slot]) / spread(mean[slot], variance);
                }
            }
        }
        return size == 0 ? new double[Levels.count()] : Quantiles.of(ratios, size, Levels.all());
    }

    private static double spread(double mean, double variance) {
        return Math.sqrt(Math.max(mean, LEAST_VARIANCE) + variance * mean * mean);
    }
}
