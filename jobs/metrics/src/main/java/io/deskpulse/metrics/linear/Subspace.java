package io.deskpulse.metrics.linear;

/**
 * The directions of a symmetric matrix's largest eigenvalues by subspace iteration: V ← orthonormal(V A), and Rayleigh's and Ritz's at the end.
 *
 * <p>Where the matrix has hardly changed since the last time, a few rounds from there are enough; a whole decomposition costs hundreds of times more.
 *
 * @see "Golub and Van Loan 2013, section 8.2.4"
 */
public final class Subspace {
    private static final double NOTHING = 1e-150;

    private final double[][] vectors;

    private Subspace(double[][] vectors) {
        this.vectors = vectors;
    }

    /**
     * Where to start: cosines of rising frequency, which no direction of numbers in an order is at right angles to but by chance.
     *
     * @param size of the matrix
     * @param vectors how many directions; at most the size are kept
     */
    public static Subspace of(int size, int vectors) {
        double[][] cosines = new double[Math.min(size, vectors)][size];
        for (int i = 0; i < cosines.length; i++) {
            for (int k = 0; k < size; k++) {
                cosines[i][k] = Math.cos(Math.PI * i * (k + 0.5) / size);
            }
        }
        orthonormalise(cosines);
        return new Subspace(cosines);
    }

    /**
     * Nearer to the largest eigenvalues.
     *
     * @param matrix symmetric, without negative eigenvalues
     * @param rounds >= 1
     */
    public Subspace towards(double[][] matrix, int rounds) {
        double[][] now = vectors;
        for (int round = 1; round < rounds; round++) {
            now = times(now, matrix);
            orthonormalise(now);
        }
        Svd svd = new Svd(times(now, matrix));
        for (int i = 0; i < now.length; i++) {
            now[i] = svd.right(i);
        }
        return new Subspace(now);
    }

    /** The first directions, of length 1, largest eigenvalue first; signs are arbitrary. */
    public double[][] largest(int count) {
        double[][] largest = new double[count][];
        for (int i = 0; i < count; i++) {
            largest[i] = vectors[i].clone();
        }
        return largest;
    }

    private static double[][] times(double[][] vectors, double[][] matrix) {
        double[][] product = new double[vectors.length][matrix.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int k = 0; k < matrix.length; k++) {
                add(product[i], vectors[i][k], matrix[k]);
            }
        }
        return product;
    }

    private static void orthonormalise(double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                add(rows[i], -dot(rows[i], rows[j]), rows[j]);
            }
            double length = Math.sqrt(dot(rows[i], rows[i]));
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] = length > NOTHING ? rows[i][k] / length : 0;
            }
        }
    }

    private static void add(double[] to, double weight, double[] values) {
        for (int k = 0; k < to.length; k++) {
            to[k] += weight * values[k];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
