package io.deskpulse.metrics.numbers;

/**
 * Counts whose rate is itself uncertain: a Poisson mixture with mean f and variance f + f² v.
 *
 * <p>n = 1/v: P(0) = (n/(n+f))^n, P(j) = P(j-1) (j-1+n)/j · f/(n+f). v = 0 is the Poisson distribution.
 *
 * @param mean f, >= 0
 * @param dispersion v, variance of the rate relative to its square, >= 0
 */
public record NegativeBinomial(double mean, double dispersion) {
    private static final double POISSON_BELOW = 1e-9;
    private static final double SUMMED_TO = 400;

    /** Checks the ranges. */
    public NegativeBinomial {
        Checks.notNegative("mean", mean);
        Checks.notNegative("dispersion", dispersion);
    }

    /**
     * The smallest count j with P(X <= j) >= p; above a mean of 400 the continuous quantile of the gamma distribution with the same
     * mean and variance, by Wilson and Hilferty, which is within half a count there.
     *
     * @param p in (0, 1)
     */
    public double quantile(double p) {
        return quantiles(new double[] {p})[0];
    }

    /**
     * Several quantiles in one pass.
     *
     * @param levels ascending, in (0, 1)
     */
    public double[] quantiles(double[] levels) {
        double[] quantiles = new double[levels.length];
        if (mean == 0) {
            return quantiles;
        }
        if (mean > SUMMED_TO) {
            for (int i = 0; i < levels.length; i++) {
                quantiles[i] = gammaQuantile(levels[i]);
            }
            return quantiles;
        }
        double probability = zeroProbability();
        double sum = probability;
        double count = 0;
        double most = mean + 60 * Math.sqrt(mean + mean * mean * dispersion) + 60;
        for (int i = 0; i < levels.length; i++) {
            while (sum < levels[i] && count < most) {
                count++;
                probability *= step(count);
                sum += probability;
            }
            quantiles[i] = count;
        }
        return quantiles;
    }

    /** P(X <= count), 0 below 0. */
    public double cumulative(long count) {
        if (mean == 0) {
            return count >= 0 ? 1 : 0;
        }
        double probability = zeroProbability();
        double sum = count < 0 ? 0 : probability;
        for (long j = 1; j <= count; j++) {
            probability *= step(j);
            sum += probability;
        }
        return Math.min(1, sum);
    }

    private double zeroProbability() {
        return dispersion < POISSON_BELOW ? Math.exp(-mean) : Math.exp(-Math.log1p(mean * dispersion) / dispersion);
    }

    private double step(double count) {
        return dispersion < POISSON_BELOW
                ? mean / count
                : (count - 1 + 1 / dispersion) / count * mean / (1 / dispersion + mean);
    }

    private double gammaQuantile(double p) {
        double shape = mean * mean / (mean + mean * mean * dispersion);
        double cube = 1 - 1 / (9 * shape) + Normal.quantile(p) / (3 * Math.sqrt(shape));
        return mean * Math.max(0, cube * cube * cube);
    }
}
