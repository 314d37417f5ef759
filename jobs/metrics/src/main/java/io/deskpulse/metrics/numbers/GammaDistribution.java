package io.deskpulse.metrics.numbers;

/**
 * The gamma distribution with density rate^shape x^(shape − 1) e^(−rate x) / Γ(shape).
 *
 * @param shape > 0
 * @param rate > 0, so that the mean is shape / rate
 */
public record GammaDistribution(double shape, double rate) {
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-16;
    private static final int MOST_TERMS = 100_000;
    private static final int MOST_STEPS = 200;

    /** Checks the ranges. */
    public GammaDistribution {
        Checks.positive("shape", shape);
        Checks.positive("rate", rate);
    }

    /**
     * P(X <= x), the regularised incomplete gamma function P(shape, rate x): its series below the mean, Lentz's continued fraction above.
     *
     * @see "Abramowitz and Stegun 1964, 6.5.29, 6.5.31; Lentz 1976"
     */
    public double cumulative(double x) {
        if (!(x > 0)) {
            return 0;
        }
        double y = rate * x;
        double scale = Math.exp(shape * Math.log(y) - y - Gamma.log(shape));
        return y < shape + 1 ? scale * series(y) : 1 - scale * fraction(y);
    }

    /**
     * The x with P(X <= x) = p: Wilson and Hilferty's approximation, then Newton's method kept between bounds.
     *
     * @param p in (0, 1)
     * @throws IllegalArgumentException when p is outside its range
     */
    public double quantile(double p) {
        double cube = 1 - 1 / (9 * shape) + Normal.quantile(p) / (3 * Math.sqrt(shape));
        double x = Math.max(shape * cube * cube * cube, Math.exp((Math.log(p) + Gamma.log(shape + 1)) / shape)) / rate;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double error = cumulative(x) - p;
            if (error > 0) {
                high = x;
            } else {
                low = x;
            }
            double density = Math.exp(shape * Math.log(rate * x) - rate * x - Gamma.log(shape)) / x;
            double next = x - error / density;
            if (!(next > low && next < high)) {
                next = high == Double.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
            }
            if (Math.abs(next - x) <= 1e-14 * x) {
                return next;
            }
            x = next;
        }
        return x;
    }

    private double series(double y) {
        double term = 1 / shape;
        double sum = term;
        for (int k = 1; k < MOST_TERMS && term > PRECISION * sum; k++) {
            term *= y / (shape + k);
            sum += term;
        }
        return sum;
    }

    private double fraction(double y) {
        double b = y + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int k = 1; k < MOST_TERMS; k++) {
            double a = -k * (k - shape);
            b += 2;
            d = 1 / notZero(a * d + b);
            c = notZero(b + a / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION * 4) {
                break;
            }
        }
        return value;
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
