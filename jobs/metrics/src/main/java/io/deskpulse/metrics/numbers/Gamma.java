package io.deskpulse.metrics.numbers;

/**
 * The logarithm of the gamma function and its first two derivatives, for x > 0.
 *
 * <p>Each is lifted by its recurrence to x >= 15 and continued by Stirling's series; relative error below 1e-13.
 *
 * @see "Abramowitz and Stegun 1964, 6.1.41, 6.3.18, 6.4.12"
 */
public final class Gamma {
    private static final double SERIES_FROM = 15;
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private Gamma() {}

    /**
     * ln Γ(x).
     *
     * @throws IllegalArgumentException when x is not above 0
     */
    public static double log(double x) {
        Checks.positive("x", x);
        double product = 1;
        double y = x;
        while (y < SERIES_FROM) {
            product *= y;
            y++;
        }
        double q = 1 / (y * y);
        double series = (1.0 / 12 - q * (1.0 / 360 - q * (1.0 / 1260 - q * (1.0 / 1680 - q / 1188)))) / y;
        return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series - Math.log(product);
    }

    /** ψ(x), the derivative of ln Γ. */
    public static double digamma(double x) {
        Checks.positive("x", x);
        double sum = 0;
        double y = x;
        while (y < SERIES_FROM) {
            sum -= 1 / y;
            y++;
        }
        double q = 1 / (y * y);
        double series = q * (1.0 / 12 - q * (1.0 / 120 - q * (1.0 / 252 - q * (1.0 / 240 - q / 132))));
        return sum + Math.log(y) - 0.5 / y - series;
    }

    /** ψ'(x), the second derivative of ln Γ: positive and falling. */
    public static double trigamma(double x) {
        Checks.positive("x", x);
        double sum = 0;
        double y = x;
        while (y < SERIES_FROM) {
            sum += 1 / (y * y);
            y++;
        }
        double q = 1 / (y * y);
        double series = q * (1.0 / 6 - q * (1.0 / 30 - q * (1.0 / 42 - q * (1.0 / 30 - q * 5 / 66))));
        return sum + 1 / y + q / 2 + series / y;
    }

    /** The x at which ψ'(x) has a value above 0: Newton's method on 1/ψ', which is almost straight. */
    public static double inverseTrigamma(double value) {
        Checks.positive("value", value);
        double x = value > 1 ? 1 / Math.sqrt(value) : 0.5 + 1 / value;
        for (int step = 0; step < 50; step++) {
            double at = trigamma(x);
            double slope = tetragamma(x);
            double move = at * (1 - at / value) / slope;
            x = Math.max(x + move, x / 10);
            if (Math.abs(move) <= 1e-12 * x) {
                break;
            }
        }
        return x;
    }

    /** ψ''(x), to the accuracy that a step of Newton's method needs. */
    private static double tetragamma(double x) {
        double sum = 0;
        double y = x;
        while (y < SERIES_FROM) {
            sum -= 2 / (y * y * y);
            y++;
        }
        double q = 1 / (y * y);
        return sum - q * (1 + 1 / y + q / 2 * (1 - q / 3));
    }
}
