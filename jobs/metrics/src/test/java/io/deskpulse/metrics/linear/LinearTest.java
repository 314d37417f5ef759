package io.deskpulse.metrics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class LinearTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void solvesByHand() {
        Cholesky factor = new Cholesky(new double[][] {{4, 2}, {2, 3}});

        assertThat(factor.solve(new double[] {8, 8})).containsExactly(new double[] {1, 2}, within(1e-15));
        assertThat(factor.logDeterminant()).isCloseTo(Math.log(8), within(1e-15));
        assertThat(factor.halfSolve(new double[] {2, 1})).containsExactly(new double[] {1, 0}, within(1e-15));
    }

    @Test
    void agreesWithAnotherLibrary() {
        double[][] half = matrix(9, 12);
        double[][] matrix = new Array2DRowRealMatrix(half)
                .multiplyTransposed(new Array2DRowRealMatrix(half))
                .getData();

        Cholesky factor = new Cholesky(matrix);
        CholeskyDecomposition other = new CholeskyDecomposition(new Array2DRowRealMatrix(matrix), 1e-9, 1e-12);

        assertThat(factor.logDeterminant()).isCloseTo(Math.log(other.getDeterminant()), within(1e-9));
    }

    @Test
    void refusesWhatIsNotPositiveDefinite() {
        assertThatThrownBy(() -> new Cholesky(new double[][] {{1, 2}, {2, 1}}))
                .hasMessage("matrix must be positive definite, row 1 is not");
    }

    @Test
    void singularValuesAndVectorsAgreeWithAnotherLibrary() {
        double[][] matrix = matrix(6, 11);

        Svd svd = new Svd(matrix);
        SingularValueDecomposition other = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix));

        assertThat(svd.values()).containsExactly(other.getSingularValues(), within(1e-10));
        for (int i = 0; i < 6; i++) {
            double[] right = svd.right(i);
            double cosine = 0;
            for (int k = 0; k < right.length; k++) {
                cosine += right[k] * other.getV().getEntry(k, i);
            }
            assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aMatrixOfRankOneHasOneValue() {
        Svd svd = new Svd(new double[][] {{3, 4}, {6, 8}});

        assertThat(svd.values()).containsExactly(new double[] {Math.sqrt(125), 0}, within(1e-12));
    }

    @Test
    void aSubspaceTendsToTheLargestDirections() {
        double[][] rows = matrix(40, 12);
        double[][] products = new Array2DRowRealMatrix(rows)
                .transposeMultiply(new Array2DRowRealMatrix(rows))
                .getData();

        double[][] largest = Subspace.of(12, 8).towards(products, 200).largest(3);

        Svd svd = new Svd(rows);
        for (int i = 0; i < largest.length; i++) {
            double cosine = 0;
            for (int k = 0; k < 12; k++) {
                cosine += largest[i][k] * svd.right(i)[k];
            }
            assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aMatrixOfNothingHasNoDirections() {
        double[][] largest = Subspace.of(3, 8).towards(new double[3][3], 2).largest(2);

        assertThat(largest).isDeepEqualTo(new double[2][3]);
    }

    @Test
    void findsTheFloorOfRosenbrocksValley() {
        double[] best = new NelderMead(2000, 1e-14)
                .minimise(
                        x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2),
                        new double[] {-1.2, 1},
                        0.5);

        assertThat(best).containsExactly(new double[] {1, 1}, within(1e-4));
    }

    @Test
    void walksAroundWhatIsNoNumber() {
        double[] best =
                new NelderMead(500, 1e-12).minimise(x -> x[0] < 0.5 ? Double.NaN : x[0] * x[0], new double[] {2}, 0.4);

        assertThat(best[0]).isCloseTo(0.5, within(1e-3));
    }

    private double[][] matrix(int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int k = 0; k < columns; k++) {
                row[k] = random.nextDouble(-1, 1);
            }
        }
        return matrix;
    }
}
