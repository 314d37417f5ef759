package io.deskpulse.metrics.hotspots.expected;

import io.deskpulse.metrics.numbers.Gamma;

/**
 * A cell's rate relative to its reason's: the posterior Gamma(α + N, α + U) of a rate whose prior Gamma(α, α) has mean 1, N counted
 * and U expected at the usual rate.
 *
 * @param shape α + N
 * @param rate α + U
 * @see "DuMouchel 1999, The American Statistician 53, with one component instead of two"
 */
public record RelativeRate(double shape, double rate) {
    /** α of the cells of whole shops, which are never far from 1. */
    public static final double SHOP_ALPHA = 20;

    /** The centre of the prior of α. */
    public static final double TYPICAL_ALPHA = 3;

    private static final double[] GRID = {.2, .35, .5, .7, 1, 1.5, 2, 3, 5, 8, 15, 30, 60, 120};

    /** The posterior mean. */
    public double mean() {
        return shape / rate;
    }

    /** exp of the posterior mean of the rate's logarithm: EBGM, exp(digamma(shape)) ÷ rate. */
    public double geometricMean() {
        return Math.exp(Gamma.digamma(shape)) / rate;
    }

    /** α by empirical Bayes: argmax over a grid of Σ ln NB(N; size α, mean U) − ½ |ln(α/3)|. */
    public static final class AlphaFit {
        private final double[] objective = new double[GRID.length];

        /** No cell yet. */
        public AlphaFit() {
            for (int i = 0; i < GRID.length; i++) {
                objective[i] = -0.5 * Math.abs(Math.log(GRID[i] / TYPICAL_ALPHA));
            }
        }

        /**
         * Adds a cell.
         *
         * @param counted N >= 0, decayed and so not a whole number
         * @param expected U >= 0; a cell that expects nothing says nothing
         */
        public void add(double counted, double expected) {
            if (!(expected > 0)) {
                return;
            }
            double factorial = counted > 0 ? Gamma.log(counted + 1) : 0;
            for (int i = 0; i < GRID.length; i++) {
                double alpha = GRID[i];
                double logs = -(alpha + counted) * Math.log1p(expected / alpha);
                if (counted > 0) {
                    logs += Gamma.log(alpha + counted)
                            - Gamma.log(alpha)
                            - factorial
                            + counted * Math.log(expected / alpha);
                }
                objective[i] += logs;
            }
        }

        /** The α of the largest objective, the smaller of two. */
        public double best() {
            int best = 0;
            for (int i = 1; i < GRID.length; i++) {
                best = objective[i] > objective[best] ? i : best;
            }
            return GRID[best];
        }

        /** The objective of an α of the grid, for comparison. */
        double objective(double alpha) {
            for (int i = 0; i < GRID.length; i++) {
                if (GRID[i] == alpha) {
                    return objective[i];
                }
            }
            throw new IllegalArgumentException("alpha must be on the grid, got " + alpha);
        }
    }
}
