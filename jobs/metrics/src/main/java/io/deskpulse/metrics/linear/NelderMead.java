package io.deskpulse.metrics.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Minimises a function of few variables without derivatives.
 *
 * <p>A simplex is reflected, expanded (2), contracted (½) or shrunk (½). Deterministic: the same start gives the same end.
 *
 * @see "Nelder and Mead 1965; Lagarias, Reeds, Wright and Wright 1998 for the order of the tests"
 */
public final class NelderMead {
    private final int evaluations;
    private final double tolerance;

    /**
     * A minimiser.
     *
     * @param evaluations most calls of the function, about
     * @param tolerance stops when the simplex's values lie no further apart than this
     */
    public NelderMead(int evaluations, double tolerance) {
        this.evaluations = evaluations;
        this.tolerance = tolerance;
    }

    private record Vertex(double[] at, double value) {}

    /**
     * The best point found.
     *
     * @param function value at a point; NaN counts as infinitely bad
     * @param start where to begin
     * @param step size of the first simplex along each axis
     */
    public double[] minimise(ToDoubleFunction<double[]> function, double[] start, double step) {
        int n = start.length;
        Vertex[] simplex = new Vertex[n + 1];
        for (int i = 0; i <= n; i++) {
            double[] at = start.clone();
            if (i > 0) {
                at[i - 1] += step;
            }
            simplex[i] = vertex(function, at);
        }
        int used = n + 1;
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
        while (used < evaluations && simplex[n].value - simplex[0].value > tolerance) {
            used += move(function, simplex);
            Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
        }
        return simplex[0].at.clone();
    }

    /** One step; the calls it took. */
    private static int move(ToDoubleFunction<double[]> function, Vertex[] simplex) {
        int n = simplex.length - 1;
        double[] centre = centre(simplex);
        Vertex worst = simplex[n];
        Vertex reflected = vertex(function, between(centre, worst.at, -1));
        if (reflected.value < simplex[0].value) {
            Vertex expanded = vertex(function, between(centre, worst.at, -2));
            simplex[n] = expanded.value < reflected.value ? expanded : reflected;
            return 2;
        }
        if (reflected.value < simplex[n - 1].value) {
            simplex[n] = reflected;
            return 1;
        }
        boolean outside = reflected.value < worst.value;
        Vertex contracted = vertex(function, between(centre, worst.at, outside ? -0.5 : 0.5));
        if (contracted.value < Math.min(reflected.value, worst.value)) {
            simplex[n] = contracted;
            return 2;
        }
        for (int i = 1; i <= n; i++) {
            simplex[i] = vertex(function, between(simplex[0].at, simplex[i].at, 0.5));
        }
        return n + 2;
    }

    private static double[] centre(Vertex[] simplex) {
        int n = simplex.length - 1;
        double[] centre = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                centre[k] += simplex[i].at[k] / n;
            }
        }
        return centre;
    }

    /** from + share · (to - from). */
    private static double[] between(double[] from, double[] to, double share) {
        double[] at = new double[from.length];
        for (int k = 0; k < at.length; k++) {
            at[k] = from[k] + share * (to[k] - from[k]);
        }
        return at;
    }

    private static Vertex vertex(ToDoubleFunction<double[]> function, double[] at) {
        double value = function.applyAsDouble(at);
        return new Vertex(at, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }
}
