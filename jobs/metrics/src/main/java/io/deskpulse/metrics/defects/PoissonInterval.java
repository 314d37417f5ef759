package io.deskpulse.metrics.defects;

import io.deskpulse.metrics.numbers.GammaDistribution;

/**
 * The exact interval of the mean of a Poisson count.
 *
 * @see "Garwood 1936, Biometrika 28, 437: chi-square quantiles, here those of the gamma distribution"
 */
final class PoissonInterval {
    private PoissonInterval() {}

    /** The mean at which so many or more have the probability {@code tail}; 0 when there are none. */
    static double low(long count, double tail) {
        return count == 0 ? 0 : new GammaDistribution(count, 1).quantile(tail);
    }

    /** The mean at which so many or fewer have the probability {@code tail}. */
    static double high(long count, double tail) {
        return new GammaDistribution(count + 1.0, 1).quantile(1 - tail);
    }
}
