package io.deskpulse.metrics.hotspots.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The promise of the detector: at a known rate, A expected complaints or more to a false alarm on average, at any number of looks. */
class RunLengthTest {
    private static final int SEEDS = 50;

    @Test
    void neverFallsBelowTheThreshold() {
        assertThat(meanOverSeeds(1.0001, 100, 200)).isCloseTo(158, Percentage.withPercentage(5));
        assertThat(meanOverSeeds(1.1, 100, 200)).isCloseTo(184, Percentage.withPercentage(5));
    }

    @Test
    void growsWithTheThreshold() {
        assertThat(meanOverSeeds(1.0001, 1000, 30)).isCloseTo(1568, Percentage.withPercentage(8));
        assertThat(meanOverSeeds(1.1, 1000, 30)).isCloseTo(1901, Percentage.withPercentage(8));
    }

    private static double meanOverSeeds(double psi, double threshold, int runs) {
        Alternatives alternatives = new Alternatives(psi);
        double all = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double sum = 0;
            for (int run = 0; run < runs; run++) {
                sum += runLength(alternatives, psi, threshold, random);
            }
            assertThat(sum / runs).as("seed %d", seed).isGreaterThan(threshold);
            all += sum / runs;
        }
        return all / SEEDS;
    }

    /**
     * Complaints come in clusters of logarithmic sizes, whose counts in any time are negative binomial with variance/mean ψ
     * (Quenouille 1949).
     */
    private static double runLength(Alternatives alternatives, double psi, double threshold, SplittableRandom random) {
        double clustersPerExpected = Math.log(psi) / (psi - 1);
        double[] r = new double[Alternatives.COUNT];
        double expected = 0;
        while (true) {
            double wait = -Math.log(1 - random.nextDouble()) / clustersPerExpected;
            expected += wait;
            for (int left = clusterSize(psi, random); left > 0; left--) {
                double sum = 0;
                for (int k = 0; k < Alternatives.COUNT; k++) {
                    r[k] = alternatives.complained(k, r[k], wait);
                    sum += r[k];
                }
                if (sum >= threshold * Alternatives.COUNT) {
                    return expected;
                }
                wait = 0;
            }
        }
    }

    private static int clusterSize(double psi, SplittableRandom random) {
        double q = 1 - 1 / psi;
        double u = random.nextDouble();
        double probability = q / Math.log(psi);
        int size = 1;
        while (u > probability) {
            u -= probability;
            probability *= q * size / (size + 1);
            size++;
        }
        return size;
    }
}
