package io.deskpulse.metrics.hotspots.expected;

import io.deskpulse.metrics.hotspots.facts.Dimension;

/**
 * How counts of a day scatter: var(N) = ψ m + κ m², ψ of a reason (clusters), κ of a reason and dimension (good and bad days shared
 * by all of a cell).
 *
 * <p>ψ: least squares of (N − m)² on (m, m²) over cell-days, weights 1 ÷ (m (1 + m/10)²), clamped to [1.05, 1.6]. κ = (Σ[(N − m)² − ψ
 * m] + 400 κ₀) ÷ (Σ m² + 400), clamped to [.005, .25]. All sums are halved in 30 days.
 */
public final class Dispersion {
    /** ψ before anything is known. */
    public static final double TYPICAL_PSI = 1.1;

    static final double LEAST_MEAN = 1e-4;

    /** Sums of a reason: w m m, w m m², w m² m², w y m, w y m²; then three for each dimension: y, m, m². */
    static final int SUMS = 5 + 3 * Dimension.COUNT;

    private static final double LEAST_PSI = 1.05;
    private static final double MOST_PSI = 1.6;
    private static final double LEAST_KAPPA = .005;
    private static final double MOST_KAPPA = .25;
    private static final double PRIOR_WEIGHT = 400;
    private static final double DAY_DECAY = Math.pow(0.5, 1.0 / 30);

    final double[] sums = new double[SUMS];

    /** Nothing seen yet. */
    public Dispersion() {}

    /** κ of a dimension before anything is known. */
    public static double typicalKappa(Dimension dimension) {
        return dimension == Dimension.SKU ? .05 : .02;
    }

    /**
     * Adds a cell's day.
     *
     * @param counted complaints of the day
     * @param mean complaints expected, by the rate of the evening before
     * @param shape of that rate's posterior: the mean was uncertain by 1 ÷ shape of its square, which is no scatter of days
     */
    public void add(Dimension dimension, double counted, double mean, double shape) {
        if (mean < LEAST_MEAN) {
            return;
        }
        double y = (counted - mean) * (counted - mean) - mean * mean / shape;
        double scale = 1 + mean / 10;
        double weight = 1 / (mean * scale * scale);
        double square = mean * mean;
        sums[0] += weight * square;
        sums[1] += weight * square * mean;
        sums[2] += weight * square * square;
        sums[3] += weight * y * mean;
        sums[4] += weight * y * square;
        int at = 5 + 3 * dimension.ordinal();
        sums[at] += y;
        sums[at + 1] += mean;
        sums[at + 2] += square;
    }

    /** A day ends. */
    public void decay() {
        for (int i = 0; i < SUMS; i++) {
            sums[i] *= DAY_DECAY;
        }
    }

    /** The fitted ψ; the typical one while too little is known to tell ψ from κ. */
    public double psi() {
        double determinant = sums[0] * sums[2] - sums[1] * sums[1];
        if (!(determinant > 1e-9 * sums[0] * sums[2])) {
            return TYPICAL_PSI;
        }
        double psi = (sums[3] * sums[2] - sums[4] * sums[1]) / determinant;
        return Math.min(Math.max(psi, LEAST_PSI), MOST_PSI);
    }

    /** The fitted κ of a dimension, given ψ. */
    public double kappa(Dimension dimension, double psi) {
        int at = 5 + 3 * dimension.ordinal();
        double kappa = (sums[at] - psi * sums[at + 1] + PRIOR_WEIGHT * typicalKappa(dimension))
                / (sums[at + 2] + PRIOR_WEIGHT);
        return Math.min(Math.max(kappa, LEAST_KAPPA), MOST_KAPPA);
    }
}
