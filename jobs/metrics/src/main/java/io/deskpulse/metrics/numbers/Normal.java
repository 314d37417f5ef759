package io.deskpulse.metrics.numbers;

/** The standard normal distribution. */
public final class Normal {
    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double[] CENTRE_UP = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] CENTRE_DOWN = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] TAIL_UP = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] TAIL_DOWN = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };

    private Normal() {}

    /**
     * P(Z <= x), absolute error below 1e-15: the series by odd factorials in the middle, the continued fraction outside.
     *
     * @see "Marsaglia 2004, Journal of Statistical Software 11(4); Abramowitz and Stegun 1964, 26.2.14"
     */
    public static double cumulative(double x) {
        if (x > 0) {
            return 1 - cumulative(-x);
        }
        if (x < -38) {
            return 0;
        }
        if (x < -6) {
            double fraction = -x;
            for (int k = 40; k >= 1; k--) {
                fraction = -x + k / fraction;
            }
            return density(x) / fraction;
        }
        double term = x;
        double sum = x;
        for (int k = 3; Math.abs(term) > 1e-17; k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return Math.max(0, 0.5 + sum * density(x));
    }

    /** The density. */
    public static double density(double x) {
        return Math.exp(-x * x / 2) / SQRT_TWO_PI;
    }

    /**
     * The x with P(Z <= x) = p: Acklam's rational approximation, relative error 1e-9, and one step of Halley's method.
     *
     * @param p in (0, 1)
     * @throws IllegalArgumentException when p is outside its range
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p must be in (0, 1), got " + p);
        }
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        double x;
        if (p < 0.02425) {
            double q = Math.sqrt(-2 * Math.log(p));
            x = polynomial(TAIL_UP, q) / polynomial(TAIL_DOWN, q);
        } else {
            double q = p - 0.5;
            x = q * polynomial(CENTRE_UP, q * q) / polynomial(CENTRE_DOWN, q * q);
        }
        double error = (cumulative(x) - p) / density(x);
        return x - error / (1 + x * error / 2);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
