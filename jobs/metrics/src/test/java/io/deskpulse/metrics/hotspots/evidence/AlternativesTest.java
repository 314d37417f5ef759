package io.deskpulse.metrics.hotspots.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Vectors, each made by two independent formulas. */
class AlternativesTest {
    private static final double[] MULTIPLIERS = {1.5, 2.5, 5, 12, 40};

    @Test
    void weighsComplaintsAndExpectationsAsTabulated() {
        double[][] tabulated = {
            {.361013346, .444517626},
            {.788457360, 1.278333715},
            {1.299282984, 3.101549283},
            {1.791759469, 6.931471806},
            {2.174751721, 15.141277326}
        };
        Alternatives usual = new Alternatives(1.1);
        for (int k = 0; k < Alternatives.COUNT; k++) {
            assertThat(usual.perComplaint(k)).isCloseTo(tabulated[k][0], within(5e-10));
            assertThat(usual.perExpected(k)).isCloseTo(tabulated[k][1], within(5e-10));
        }

        assertThat(new Alternatives(1.3).perComplaint(2)).isCloseTo(.955511445, within(5e-10));
        assertThat(new Alternatives(1.3).perExpected(2)).isCloseTo(2.179754891, within(5e-10));
        assertThat(new Alternatives(1.3).perComplaint(4)).isCloseTo(1.386294361, within(5e-10));
        assertThat(new Alternatives(1.3).perExpected(4)).isCloseTo(7.675283643, within(5e-10));
        assertThat(new Alternatives(1.05).perComplaint(2)).isCloseTo(1.435084525, within(5e-10));
        assertThat(new Alternatives(1.05).perExpected(2)).isCloseTo(3.487067743, within(5e-10));
    }

    @Test
    void withoutClustersIsThePoissonRatio() {
        Alternatives poisson = new Alternatives(1);
        for (int k = 0; k < Alternatives.COUNT; k++) {
            assertThat(poisson.perComplaint(k)).isEqualTo(Math.log(MULTIPLIERS[k]));
            assertThat(poisson.perExpected(k)).isEqualTo(MULTIPLIERS[k] - 1);
            assertThat(new Alternatives(1 + 1e-7).perExpected(k))
                    .isCloseTo(MULTIPLIERS[k] - 1, Percentage.withPercentage(1e-2));
        }
    }

    @Test
    void ratioHasMeanOneAndTiltsToTheMultipliedRate() {
        double psi = 1.3;
        double expected = 2.7;
        Alternatives alternatives = new Alternatives(psi);
        for (int k = 0; k < Alternatives.COUNT; k++) {
            double size = expected / (psi - 1);
            double logProbability = -size * Math.log(psi);
            double mean = 0;
            double tilted = 0;
            for (int n = 0; n < 3000; n++) {
                double ratio = Math.exp(
                        logProbability + alternatives.perComplaint(k) * n - alternatives.perExpected(k) * expected);
                mean += ratio;
                tilted += ratio * n;
                logProbability += Math.log((size + n) / (n + 1) * (psi - 1) / psi);
            }
            assertThat(mean).isCloseTo(1, within(1e-8));
            assertThat(tilted).isCloseTo(MULTIPLIERS[k] * expected, Percentage.withPercentage(1e-6));
        }
    }

    @Test
    void sumsOverEveryStartOfTheDefect() {
        double[] waits = {.5, .01, .02, .05, .01};
        double[] five = {.93147858, 3.34722026, 11.6060629, 36.6122329, 130.181194};
        Alternatives alternatives = new Alternatives(1.1);
        double r = 0;
        double forty = 0;
        for (int i = 0; i < waits.length; i++) {
            r = alternatives.complained(2, r, waits[i]);
            forty = alternatives.complained(4, forty, waits[i]);
            assertThat(r).isCloseTo(five[i], Percentage.withPercentage(1e-6));
        }
        assertThat(forty).isCloseTo(915.406037, Percentage.withPercentage(1e-7));
    }

    @Test
    void scoresComplaintAfterComplaint() {
        double[] usual = {-.272605, 1.118109, 2.653494, 4.002796, 5.804997, 7.436628, 9.209367, 10.751265};
        double[] waits = {.5, .01, .02, .05, .01, .03, .02, .04};

        assertThat(scores(1.1, waits)).containsExactly(usual, within(5e-7));
        assertThat(scores(1.05, waits)[7]).isCloseTo(12.917962, within(5e-7));
        assertThat(scores(1.3, waits)[7]).isCloseTo(6.791652, within(5e-7));
    }

    @Test
    void opensAfterSixComplaintsFiveOrEightByHowMuchTheyCluster() {
        double threshold = Math.log(229.2 / (.5 * .6));
        double[] waits = {.5, .01, .02, .05, .01, .03, .02, .04};

        assertThat(threshold).isCloseTo(6.638568, within(5e-7));
        assertThat(scores(1.05, waits)[4]).isCloseTo(7.072499, within(5e-7));
        assertThat(firstAbove(threshold, scores(1.1, waits))).isEqualTo(6);
        assertThat(firstAbove(threshold, scores(1.05, waits))).isEqualTo(5);
        assertThat(firstAbove(threshold, scores(1.3, waits))).isEqualTo(8);
    }

    @Test
    void floatsOfACellScoreTheSame() {
        Alternatives alternatives = new Alternatives(1.1);
        float[] r = new float[2 * Alternatives.COUNT];
        for (double wait : new double[] {.5, .01, .02, .05, .01, .03, .02, .04}) {
            alternatives.complain(r, Alternatives.COUNT, wait, 1e9);
        }

        assertThat(alternatives.score(r, Alternatives.COUNT, 0)).isCloseTo(10.751265, within(2e-6));
        assertThat(alternatives.score(r, Alternatives.COUNT, .3)).isLessThan(10.751265);
        assertThat(alternatives.score(r, 0, 0)).as("a cell without complaints").isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void capLetsEvidenceFade() {
        Alternatives alternatives = new Alternatives(1.1);
        float[] r = new float[Alternatives.COUNT];
        for (int i = 0; i < 50; i++) {
            alternatives.complain(r, 0, .01, 500);
        }

        assertThat(alternatives.score(r, 0, 0)).isCloseTo(Math.log(500), within(1e-6));
    }

    @Test
    void complaintsAtOnceCountLessWhereTheyCluster() {
        double[] psis = {1.05, 1.1, 1.3};
        double[][] tabulated = {
            {3.810197, 6.176567, 8.687761, 11.260956, 13.864379},
            {3.063747, 4.896610, 6.882418, 8.943618, 11.045768},
            {2.049175, 3.060687, 4.185996, 5.388326, 6.640299}
        };
        for (int i = 0; i < psis.length; i++) {
            double[] waits = new double[7];
            waits[0] = 1e9;
            double[] scores = scores(psis[i], waits);
            for (int n = 3; n <= 7; n++) {
                assertThat(scores[n - 1]).isCloseTo(tabulated[i][n - 3], within(5e-7));
            }
        }
    }

    @Test
    void mixtureEvidenceIsAsTabulated() {
        Alternatives alternatives = new Alternatives(1.1);

        assertThat(alternatives.evidence(3, .1)).isCloseTo(4.115029, within(5e-7));
        assertThat(alternatives.evidence(8, 2)).isCloseTo(3.158251, within(5e-7));
        assertThat(alternatives.evidence(30, 20)).isCloseTo(.351604, within(5e-7));
        assertThat(alternatives.evidence(5, 5)).isCloseTo(-1.903613, within(5e-7));
    }

    private static double[] scores(double psi, double[] waits) {
        Alternatives alternatives = new Alternatives(psi);
        double[] r = new double[Alternatives.COUNT];
        double[] scores = new double[waits.length];
        for (int i = 0; i < waits.length; i++) {
            double sum = 0;
            for (int k = 0; k < Alternatives.COUNT; k++) {
                r[k] = alternatives.complained(k, r[k], waits[i]);
                sum += r[k];
            }
            scores[i] = Math.log(sum / Alternatives.COUNT);
        }
        return scores;
    }

    private static int firstAbove(double threshold, double[] scores) {
        int n = 0;
        while (scores[n] < threshold) {
            n++;
        }
        return n + 1;
    }
}
