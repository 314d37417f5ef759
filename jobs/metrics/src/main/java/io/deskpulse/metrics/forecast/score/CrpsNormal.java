package io.deskpulse.metrics.forecast.score;

import io.deskpulse.metrics.numbers.Normal;

/** The continuous ranked probability score of a normal forecast, which is what quantile loss at all levels comes to. */
public final class CrpsNormal {
    private CrpsNormal() {}

    /**
     * s (z (2Φ(z) - 1) + 2φ(z) - 1/√π), z = (y - f)/s: 0 at best, |y - f| when the spread is small.
     *
     * @param count y
     * @param mean f
     * @param spread s, standard deviation, > 0
     * @see "Gneiting and Raftery 2007, equation 21"
     */
    public static double of(double count, double mean, double spread) {
        double z = (count - mean) / spread;
        return spread * (z * (2 * Normal.cumulative(z) - 1) + 2 * Normal.density(z) - 1 / Math.sqrt(Math.PI));
    }
}
