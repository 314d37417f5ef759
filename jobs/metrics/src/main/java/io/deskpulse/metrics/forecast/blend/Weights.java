package io.deskpulse.metrics.forecast.blend;

/**
 * How much each method counts: by its loss over the last days at the same lead, drawn to the combination, never winner takes all.
 *
 * <p>weight ∝ prior · exp(-η n/(n + 10) (loss/least loss - 1)), n days of evidence; beside a method that lost nothing, as on a series that never changes, one
 * that lost something has no say.
 *
 * @see "exponential weights: Vovk 1990"
 */
public final class Weights {
    private static final double SHRINK_DAYS = 10;

    private Weights() {}

    /**
     * Weights that sum to 1.
     *
     * @param priors weight without evidence; 0 for a method that has no forecast
     * @param losses mean loss of each method; NaN where it is not known
     * @param days of evidence
     * @param sharpness η, > 0: at 20, a method that loses 5 % more counts about a third
     */
    public static double[] of(double[] priors, double[] losses, int days, double sharpness) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < losses.length; i++) {
            if (priors[i] > 0 && losses[i] < least) {
                least = losses[i];
            }
        }
        double[] weights = new double[priors.length];
        double sum = 0;
        double evidence = sharpness * days / (days + SHRINK_DAYS);
        for (int i = 0; i < weights.length; i++) {
            double worse = Double.isNaN(losses[i]) || losses[i] == least ? 0 : losses[i] / least - 1;
            weights[i] = evidence == 0 ? priors[i] : priors[i] * Math.exp(-evidence * worse);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length && sum > 0; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
