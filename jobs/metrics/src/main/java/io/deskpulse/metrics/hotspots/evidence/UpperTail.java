package io.deskpulse.metrics.hotspots.evidence;

import io.deskpulse.metrics.numbers.Checks;
import io.deskpulse.metrics.numbers.Gamma;

/**
 * ln P(N >= n) of negative binomial and Poisson counts, exact far out in the tail, where a probability would be lost beside 1.
 *
 * <p>ln pmf(n) = lnΓ(s+n) − lnΓ(s) − lnΓ(n+1) + s ln(s/(s+m)) + n ln(m/(s+m)), m the mean, s the size. Above the mean the pmf is
 * summed upward by the ratio (s+k)/(k+1) · m/(s+m); at or below it the complement is summed downward.
 *
 * @see "Johnson, Kemp and Kotz 2005, Univariate Discrete Distributions, 5.1"
 */
public final class UpperTail {
    private static final double SMALLEST_TERM = 1e-12;

    private UpperTail() {}

    /**
     * ln P(N >= n): 0 for n <= 0, minus infinity for n > 0 when nothing is expected.
     *
     * @param n count
     * @param size s > 0; infinite for the Poisson distribution
     * @param mean m >= 0
     */
    public static double log(long n, double size, double mean) {
        Checks.notNegative("mean", mean);
        if (n <= 0) {
            return 0;
        }
        if (mean == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return n > mean ? upward(n, size, mean) : Math.log1p(-below(n, size, mean));
    }

    private static double upward(long n, double size, double mean) {
        double term = 1;
        double sum = 1;
        for (long k = n; term > SMALLEST_TERM * sum; k++) {
            term *= ratio(k, size, mean);
            sum += term;
        }
        return logProbability(n, size, mean) + Math.log(sum);
    }

    private static double below(long n, double size, double mean) {
        double term = Math.exp(logProbability(n - 1, size, mean));
        double sum = term;
        for (long k = n - 2; k >= 0 && term > SMALLEST_TERM * sum; k--) {
            term /= ratio(k, size, mean);
            sum += term;
        }
        return sum;
    }

    /** P(k + 1) ÷ P(k). */
    private static double ratio(long k, double size, double mean) {
        return size == Double.POSITIVE_INFINITY ? mean / (k + 1) : (size + k) / (k + 1) * mean / (size + mean);
    }

    private static double logProbability(long n, double size, double mean) {
        if (size == Double.POSITIVE_INFINITY) {
            return n * Math.log(mean) - mean - Gamma.log(n + 1);
        }
        return Gamma.log(size + n)
                - Gamma.log(size)
                - Gamma.log(n + 1)
                - size * Math.log1p(mean / size)
                + n * Math.log(mean / (size + mean));
    }
}
