package io.deskpulse.metrics.linear;

/**
 * The factor L of a symmetric positive definite matrix A = L Lᵀ, and the solutions of A x = b by it.
 *
 * @see "Golub and Van Loan 2013, algorithm 4.2.2"
 */
public final class Cholesky {
    private final double[][] lower;

    /**
     * Factors a matrix, of which only the lower triangle is read.
     *
     * @param matrix square, not changed
     * @throws IllegalArgumentException when it is not positive definite, naming the row
     */
    public Cholesky(double[][] matrix) {
        int n = matrix.length;
        lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double[] other = j == i ? row : lower[j];
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                if (j < i) {
                    row[j] = sum / other[j];
                } else if (sum > 0) {
                    row[i] = Math.sqrt(sum);
                } else {
                    throw new IllegalArgumentException("matrix must be positive definite, row " + i + " is not");
                }
            }
            lower[i] = row;
        }
    }

    /** x with A x = b; b is not changed. */
    public double[] solve(double[] b) {
        double[] x = halfSolve(b);
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= lower[i][k] * x[i];
            }
        }
        return x;
    }

    /** y with L y = b, so that bᵀ A⁻¹ b = yᵀ y; b is not changed. */
    public double[] halfSolve(double[] b) {
        double[] y = new double[b.length];
        for (int i = 0; i < y.length; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * y[k];
            }
            y[i] = sum / lower[i][i];
        }
        return y;
    }

    /** ln det A. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += Math.log(lower[i][i]);
        }
        return 2 * sum;
    }
}
