package io.deskpulse.metrics.numbers;

/**
 * The beta distribution with density x^(a − 1) (1 − x)^(b − 1) / B(a, b) on (0, 1).
 *
 * @param a first shape, > 0
 * @param b second shape, > 0
 */
public record BetaDistribution(double a, double b) {
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 100_000;
    private static final int MOST_STEPS = 200;

    /** Checks the ranges. */
    public BetaDistribution {
        Checks.positive("a", a);
        Checks.positive("b", b);
    }

    /**
     * P(X <= x), the regularised incomplete beta function: its continued fraction by Lentz's method, on the side where it converges fast.
     *
     * @see "Abramowitz and Stegun 1964, 26.5.8; Lentz 1976"
     */
    public double cumulative(double x) {
        if (!(x > 0)) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        return x < (a + 1) / (a + b + 2) ? lower(a, b, x) : 1 - lower(b, a, 1 - x);
    }

    /**
     * The x with P(X <= x) = p, by halving the interval that holds it until nothing is left of it.
     *
     * @param p in (0, 1)
     * @throws IllegalArgumentException when p is outside its range
     */
    public double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p must be in (0, 1), got " + p);
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (cumulative(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double lower(double a, double b, double x) {
        double log = a * Math.log(x) + b * Math.log1p(-x) - Gamma.log(a) - Gamma.log(b) + Gamma.log(a + b);
        return Math.exp(log) * fraction(a, b, x) / a;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return value;
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
