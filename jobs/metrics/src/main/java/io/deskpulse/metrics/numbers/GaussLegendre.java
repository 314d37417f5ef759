package io.deskpulse.metrics.numbers;

import java.util.function.DoubleUnaryOperator;

/**
 * Gauss-Legendre quadrature over equal panels of an interval.
 *
 * <p>Integral of f over [a, b] = sum over panels of half the panel's width times sum of w_i f(x_i); x_i are the roots of the Legendre
 * polynomial of the rule's order, w_i = 2 / ((1 - x_i²) P'(x_i)²). Exact for polynomials of degree 2 order - 1 within a panel.
 *
 * @see "Abramowitz and Stegun 1964, 25.4.29"
 */
public final class GaussLegendre {
    private static final int NEWTON_STEPS = 50;

    private final double[] nodes;
    private final double[] weights;

    /**
     * The rule of an order.
     *
     * @param order points a panel, >= 1
     * @throws IllegalArgumentException when the order is below 1
     */
    public GaussLegendre(int order) {
        if (order < 1) {
            throw new IllegalArgumentException("order must be >= 1, got " + order);
        }
        nodes = new double[order];
        weights = new double[order];
        for (int i = 0; i < order; i++) {
            place(i);
        }
    }

    /** The integral of f over [from, to] cut into equal panels; 0 when the interval is empty or reversed. */
    public double integrate(DoubleUnaryOperator f, double from, double to, int panels) {
        if (!(to > from)) {
            return 0;
        }
        double half = (to - from) / panels / 2;
        double sum = 0;
        for (int panel = 0; panel < panels; panel++) {
            double middle = from + (2 * panel + 1) * half;
            for (int i = 0; i < nodes.length; i++) {
                sum += weights[i] * f.applyAsDouble(middle + half * nodes[i]);
            }
        }
        return sum * half;
    }

    /** Finds one root by Newton's method from Tricomi's approximation. */
    private void place(int i) {
        int order = nodes.length;
        double x = Math.cos(Math.PI * (i + 0.75) / (order + 0.5));
        double slope = 1;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double previous = 1;
            double value = x;
            for (int degree = 2; degree <= order; degree++) {
                double next = ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree;
                previous = value;
                value = next;
            }
            slope = order * (x * value - previous) / (x * x - 1);
            double move = value / slope;
            x -= move;
            if (Math.abs(move) < 1e-16) {
                break;
            }
        }
        nodes[i] = x;
        weights[i] = 2 / ((1 - x * x) * slope * slope);
    }
}
