package io.deskpulse.metrics.forecast.score;

/**
 * How good forecasts were: sums that add up over slots, days and shops, and the ratios of them.
 *
 * <p>WAPE = Σ|y - f| / Σy; bias = Σ(f - y) / Σy; wQL = mean over levels p of 2 Σρ_p(y, q_p) / Σy with ρ_p = p (y - q) where y >= q, else (1 - p)(q - y);
 * coverage = share of counts within the central 80 and 95 %, a count that equals a bound half.
 *
 * @see "quantile loss: Koenker and Bassett 1978; weighted as in Park, Maddix et al. 2022"
 */
public final class Accuracy {
    private long counts;
    private double contacts;
    private double absoluteError;
    private double error;
    private double squaredError;
    private final double[] loss = new double[Levels.count()];
    private double within80;
    private double within95;

    /** Nothing was judged yet. */
    public Accuracy() {}

    /**
     * Judges a forecast of one count.
     *
     * @param count y, >= 0
     * @param mean f
     * @param quantiles one a level of {@link Levels}
     */
    public void add(double count, double mean, double[] quantiles) {
        addPoint(count, mean);
        for (int i = 0; i < loss.length; i++) {
            loss[i] += pinball(Levels.level(i), count, quantiles[i]);
        }
        within80 += within(count, quantiles[1], quantiles[5]);
        within95 += within(count, quantiles[0], quantiles[6]);
    }

    /** Judges a forecast that has no quantiles; quantile loss and coverage stay as they are. */
    public void addPoint(double count, double mean) {
        counts++;
        contacts += count;
        error += mean - count;
        absoluteError += Math.abs(mean - count);
        squaredError += (mean - count) * (mean - count);
    }

    /** Adds what was judged elsewhere. */
    public void add(Accuracy other) {
        counts += other.counts;
        contacts += other.contacts;
        absoluteError += other.absoluteError;
        error += other.error;
        squaredError += other.squaredError;
        within80 += other.within80;
        within95 += other.within95;
        for (int i = 0; i < loss.length; i++) {
            loss[i] += other.loss[i];
        }
    }

    /** The loss of a quantile against a count. */
    public static double pinball(double level, double count, double quantile) {
        return count >= quantile ? level * (count - quantile) : (1 - level) * (quantile - count);
    }

    /** How many counts were judged. */
    public long counts() {
        return counts;
    }

    /** Their sum. */
    public double contacts() {
        return contacts;
    }

    /** Percent of the contacts. */
    public double wapePercent() {
        return 100 * absoluteError / contacts;
    }

    /** Percent of the contacts; positive when forecasts are too high. */
    public double biasPercent() {
        return 100 * error / contacts;
    }

    /** Percent of the contacts. */
    public double wqlPercent() {
        double sum = 0;
        for (double each : loss) {
            sum += each;
        }
        return 100 * 2 * sum / loss.length / contacts;
    }

    /** The loss at the i-th level alone, percent of the contacts. */
    public double lossPercent(int i) {
        return 100 * 2 * loss[i] / contacts;
    }

    /** The root mean squared error, contacts. */
    public double rmse() {
        return Math.sqrt(squaredError / counts);
    }

    /** The mean absolute error, contacts. */
    public double meanAbsoluteError() {
        return absoluteError / counts;
    }

    /** Percent of the counts within the central 80 %. */
    public double coverage80Percent() {
        return 100 * within80 / counts;
    }

    /** Percent of the counts within the central 95 %. */
    public double coverage95Percent() {
        return 100 * within95 / counts;
    }

    /**
     * The WAPE that even the true rates would have, percent: √(2 / (π · contacts of a count)), of counts by chance alone.
     *
     * @see "mean absolute deviation of the Poisson distribution by the normal one"
     */
    public double noiseFloorPercent() {
        return 100 * Math.sqrt(2 / (Math.PI * contacts / counts));
    }

    private static double within(double count, double low, double high) {
        if (count < low || count > high) {
            return 0;
        }
        return count == low || count == high ? 0.5 : 1;
    }
}
