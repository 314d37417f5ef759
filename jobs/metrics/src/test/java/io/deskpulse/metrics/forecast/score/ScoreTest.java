package io.deskpulse.metrics.forecast.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.numbers.Normal;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final double[] QUANTILES = {1, 2, 3, 4, 5, 6, 7};

    @Test
    void addsUpByHand() {
        Accuracy accuracy = new Accuracy();
        accuracy.add(10, 8, QUANTILES);
        accuracy.add(2, 4, QUANTILES);

        assertThat(accuracy.wapePercent()).isCloseTo(100 * 4 / 12.0, within(1e-12));
        assertThat(accuracy.biasPercent()).isZero();
        assertThat(accuracy.rmse()).isCloseTo(2, within(1e-12));
        assertThat(accuracy.meanAbsoluteError()).isCloseTo(2, within(1e-12));
        assertThat(accuracy.coverage80Percent())
                .as("a count on the bound is half inside")
                .isEqualTo(25);
        assertThat(accuracy.coverage95Percent()).isEqualTo(50);
        assertThat(accuracy.lossPercent(3)).isCloseTo(100 * 2 * (0.5 * 6 + 0.5 * 2) / 12, within(1e-12));
        double loss = 0.025 * 9 + 0.1 * 8 + 0.25 * 7 + 0.5 * 6 + 0.75 * 5 + 0.9 * 4 + 0.975 * 3 + 0.025 * 1 + 0
                + 0.75 * 1 + 0.5 * 2 + 0.25 * 3 + 0.1 * 4 + 0.025 * 5;
        assertThat(accuracy.wqlPercent()).isCloseTo(100 * 2 * loss / 7 / 12, within(1e-9));
    }

    @Test
    void sumsOfSumsAreSums() {
        Accuracy one = new Accuracy();
        one.add(10, 8, QUANTILES);
        Accuracy other = new Accuracy();
        other.add(2, 4, QUANTILES);
        Accuracy all = new Accuracy();
        all.add(10, 8, QUANTILES);
        all.add(2, 4, QUANTILES);
        one.add(other);

        assertThat(one).usingRecursiveComparison().isEqualTo(all);
    }

    @Test
    void chanceAloneLeavesAFloor() {
        Accuracy accuracy = new Accuracy();
        accuracy.addPoint(250, 250);

        assertThat(accuracy.noiseFloorPercent()).as("5 % need 250 contacts").isCloseTo(5.05, within(0.01));
    }

    @Test
    void theNormalScoreIsTheIntegralOfItsQuantileLosses() {
        double sum = 0;
        int steps = 4000;
        for (int i = 0; i < steps; i++) {
            double p = (i + 0.5) / steps;
            double quantile = 3 + 2 * Normal.quantile(p);
            sum += 2 * Accuracy.pinball(p, 6, quantile) / steps;
        }

        assertThat(CrpsNormal.of(6, 3, 2)).isCloseTo(sum, within(1e-3));
        assertThat(CrpsNormal.of(6, 3, 1e-9)).isCloseTo(3, within(1e-6));
    }

    @Test
    void theTabledScoreIsThatOfTheFormula() {
        for (double z = -9; z <= 9; z += 0.0137) {
            double exact = z * (2 * Normal.cumulative(z) - 1) + 2 * Normal.density(z) - 1 / Math.sqrt(Math.PI);

            assertThat(CrpsNormal.of(z, 0, 1)).as("at %s", z).isCloseTo(exact, within(1e-9));
        }
    }
}
