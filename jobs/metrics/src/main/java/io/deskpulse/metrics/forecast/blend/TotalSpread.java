package io.deskpulse.metrics.forecast.blend;

import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.metrics.numbers.NegativeBinomial;
import java.util.List;

/**
 * How far day totals fall from their forecasts: never the sum of the slots' bounds, since a day's slots err together.
 *
 * <p>The negative binomial law with mean F and variance F + F² κ v; v = variance of the day's log total as believed, κ the mean of z² over the last
 * days, z² = (log T/F)² / (v + 1/F), drawn to a prior with the weight of ten days, each at most 9.
 */
public final class TotalSpread {
    private static final double PRIOR_DAYS = 10;
    private static final double MOST = 9;

    private final double scale;

    /**
     * A day that came.
     *
     * @param total contacts
     * @param mean forecast
     * @param variance of the log total as believed
     */
    public record Outcome(double total, double mean, double variance) {}

    /**
     * Learns from days, in any order.
     *
     * @param prior κ without evidence, > 0; above 1 where the belief itself is young
     */
    public TotalSpread(List<Outcome> outcomes, double prior) {
        double sum = PRIOR_DAYS * prior;
        for (Outcome outcome : outcomes) {
            double error = Math.log((outcome.total + 0.5) / (outcome.mean + 0.5));
            sum += Math.min(MOST, error * error / (outcome.variance + 1 / (outcome.mean + 0.5)));
        }
        scale = sum / (PRIOR_DAYS + outcomes.size());
    }

    /** The quantiles of a day's total, ascending, >= 0. */
    public double[] quantiles(double mean, double variance) {
        return new NegativeBinomial(mean, scale * variance).quantiles(Levels.all());
    }
}
