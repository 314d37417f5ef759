package io.deskpulse.metrics.linear;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The singular value decomposition A = U S Vᵀ by one-sided Jacobi rotations: slow, short and as accurate as it gets.
 *
 * <p>Rows are rotated in pairs until all are orthogonal; a wide matrix costs rows² · columns a sweep, so the caller passes the shorter side as rows.
 *
 * @see "Hestenes 1958; Demmel and Veselic 1992"
 */
public final class Svd {
    private static final int MOST_SWEEPS = 60;
    private static final double ORTHOGONAL = 1e-14;

    private final double[] values;
    private final double[][] right;

    /**
     * Decomposes a matrix.
     *
     * @param matrix rows of equal length, at least one; not changed
     */
    public Svd(double[][] matrix) {
        double[][] rows = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            if (!rotateAll(rows)) {
                break;
            }
        }
        Arrays.sort(rows, Comparator.comparingDouble((double[] row) -> -dot(row, row)));
        values = new double[rows.length];
        right = rows;
        for (int i = 0; i < rows.length; i++) {
            values[i] = Math.sqrt(dot(rows[i], rows[i]));
            for (int k = 0; k < rows[i].length && values[i] > 0; k++) {
                rows[i][k] /= values[i];
            }
        }
    }

    /** The singular values, largest first. */
    public double[] values() {
        return values.clone();
    }

    /** The right singular vector of the i-th value, of length 1; all zero when the value is 0. Its sign is arbitrary. */
    public double[] right(int i) {
        return right[i].clone();
    }

    private static boolean rotateAll(double[][] rows) {
        boolean rotated = false;
        for (int i = 0; i < rows.length - 1; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                rotated |= rotate(rows[i], rows[j]);
            }
        }
        return rotated;
    }

    private static boolean rotate(double[] a, double[] b) {
        double aa = dot(a, a);
        double bb = dot(b, b);
        double ab = dot(a, b);
        if (Math.abs(ab) <= ORTHOGONAL * Math.sqrt(aa * bb)) {
            return false;
        }
        double zeta = (bb - aa) / (2 * ab);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = cosine * tangent;
        for (int k = 0; k < a.length; k++) {
            double x = a[k];
            a[k] = cosine * x - sine * b[k];
            b[k] = sine * x + cosine * b[k];
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
