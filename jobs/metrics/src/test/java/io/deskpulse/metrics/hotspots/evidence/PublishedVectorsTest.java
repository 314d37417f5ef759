package io.deskpulse.metrics.hotspots.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.numbers.Gamma;
import io.deskpulse.metrics.numbers.GammaDistribution;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers that others published for the methods this one stands on or beside, reproduced with our gamma functions and tails. */
class PublishedVectorsTest {
    private static final double SHAPE_1 = 3.25379356;
    private static final double RATE_1 = 0.39988854;
    private static final double SHAPE_2 = 2.02612692;
    private static final double RATE_2 = 1.90807970;
    private static final double SHARE_1 = .06534557;

    /** openEBGM 0.9.1, vignette 4 and tests; DuMouchel 1999. */
    @Test
    void shrunkRatesOfTwoGammas() {
        double[][] rows = {
            {16, .40643623, 23.26, 15.68, 33.48},
            {19, .89690107, 16.78, 11.65, 23.55},
            {6, .07866508, 18.28, 10.16, 30.83},
            {8, .30482718, 15.25, 9.00, 24.52},
            {11, .56317044, 14.28, 8.98, 21.78}
        };
        for (double[] row : rows) {
            assertThat(ebgm(row[0], row[1])).isCloseTo(row[2], within(.005));
            assertThat(quantile(row[0], row[1], .05)).isCloseTo(row[3], within(.01));
            assertThat(quantile(row[0], row[1], .95)).isCloseTo(row[4], within(.01));
        }
        assertThat(firstShare(1, .0360548272)).isCloseTo(.2819737, within(5e-8));
        assertThat(firstShare(1, .0038736591)).isCloseTo(.3409653, within(5e-8));
        assertThat(ebgm(1, .0360548272)).isCloseTo(2.23, within(.005));
        assertThat(ebgm(1, .0038736591)).isCloseTo(2.58, within(.005));
    }

    /** Kulldorff et al. 2011, table 1; Sequential 4.5.1: at the exact critical value the probability to cross is α. */
    @Test
    void criticalValuesOfMaxSprt() {
        double[][] rows = {
            {1, 1, 2.853937, .05},
            {1, 3, 1.774218, .05},
            {10, 1, 3.467952, .05},
            {10, 3, 3.064248, .05},
            {10, 4, 2.921561, .05},
            {20, 1, 3.628123, .05},
            {10, 1, 5.260513, .01},
            {10, 1, 7.724863, .001}
        };
        for (double[] row : rows) {
            assertThat(crossing(row[2], row[0], (int) row[1])).isCloseTo(row[3], within(row[3] * 2e-6));
        }
    }

    /** Lucas 1985, Technometrics 27; IAcsSPCR: S ← max(0, S + x − 2), signal at 6. */
    @Test
    void averageRunLengthsOfPoissonCusum() {
        double shifted = 1.88 + .9627 * Math.sqrt(1.88);

        assertThat(cusumRunLengths(1.88)[0]).isCloseTo(37.20, within(.005));
        assertThat(cusumRunLengths(1.88)[3]).isCloseTo(29.19, within(.005));
        assertThat(cusumRunLengths(shifted)[0]).isCloseTo(5.49, within(.005));
        assertThat(cusumRunLengths(shifted)[3]).isCloseTo(3.33, within(.005));
    }

    /** surveillance 1.25, tests of farringtonFlexible: what our cut of a day stands for. */
    @Test
    void weightsOfFarrington() {
        double[] residuals = {0, 0, 0, 0, 0, 2, 2, 2, 2, 2};
        double[] weights =
                Arrays.stream(residuals).map(s -> s > 0 ? 1 / (s * s) : 1).toArray();
        double scale = weights.length / Arrays.stream(weights).sum();

        assertThat(weights[0] * scale).isCloseTo(1.6, within(1e-12));
        assertThat(weights[9] * scale).isCloseTo(.4, within(1e-12));
    }

    private static double firstShare(double n, double expected) {
        double first = Math.log(SHARE_1) + logCount(n, SHAPE_1, RATE_1, expected);
        double second = Math.log(1 - SHARE_1) + logCount(n, SHAPE_2, RATE_2, expected);
        return 1 / (1 + Math.exp(second - first));
    }

    private static double logCount(double n, double shape, double rate, double expected) {
        return Gamma.log(shape + n)
                - Gamma.log(shape)
                - Gamma.log(n + 1)
                - n * Math.log1p(rate / expected)
                - shape * Math.log1p(expected / rate);
    }

    private static double ebgm(double n, double expected) {
        double q = firstShare(n, expected);
        return Math.exp(q * (Gamma.digamma(SHAPE_1 + n) - Math.log(RATE_1 + expected))
                + (1 - q) * (Gamma.digamma(SHAPE_2 + n) - Math.log(RATE_2 + expected)));
    }

    private static double quantile(double n, double expected, double p) {
        double q = firstShare(n, expected);
        GammaDistribution first = new GammaDistribution(SHAPE_1 + n, RATE_1 + expected);
        GammaDistribution second = new GammaDistribution(SHAPE_2 + n, RATE_2 + expected);
        double low = 0;
        double high = 1000;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (q * first.cumulative(middle) + (1 - q) * second.cumulative(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** P(the n-th event, n >= least, comes while n ln(n/μ) − (n − μ) >= critical, before μ = end). */
    private static double crossing(double critical, double end, int least) {
        double[] quiet = {1};
        double from = 0;
        for (int n = least; from < end; n++) {
            double until = Math.min(end, boundary(critical, n));
            double[] next = new double[n];
            for (int k = 0; k < quiet.length; k++) {
                double probability = quiet[k] * Math.exp(from - until);
                for (int j = k; j < n; j++) {
                    next[j] += probability;
                    probability *= (until - from) / (j - k + 1);
                }
            }
            quiet = next;
            from = until;
        }
        return 1 - Arrays.stream(quiet).sum();
    }

    private static double boundary(double critical, int n) {
        double low = 0;
        double high = n;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (n * Math.log(n / middle) - (n - middle) >= critical) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] cusumRunLengths(double mean) {
        double[] lengths = new double[6];
        for (int round = 0; round < 3000; round++) {
            double[] next = new double[6];
            for (int state = 0; state < 6; state++) {
                double probability = Math.exp(-mean);
                next[state] = 1;
                for (int x = 0; state + x - 2 < 6; x++) {
                    next[state] += probability * lengths[Math.max(0, state + x - 2)];
                    probability *= mean / (x + 1);
                }
            }
            lengths = next;
        }
        return lengths;
    }
}
