package io.deskpulse.metrics.forecast.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.forecast.MadeCounts;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.numbers.NegativeBinomial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTest {

    @Test
    void theBetterCountsMoreButNeverAlone() {
        double[] weights = Weights.of(new double[] {1, 1, 1, 0}, new double[] {0.10, 0.11, Double.NaN, 0.01}, 40, 20);

        assertThat(weights[0] + weights[1] + weights[2]).isCloseTo(1, within(1e-12));
        assertThat(weights[0]).isGreaterThan(weights[1]).isLessThan(0.9);
        assertThat(weights[1]).isGreaterThan(0.05);
        assertThat(weights[3]).as("has no forecast").isZero();
        assertThat(Weights.of(new double[] {1, 3}, new double[] {0.9, 0.1}, 0, 20))
                .containsExactly(0.25, 0.75);
        assertThat(Weights.of(new double[] {1, 0.25, 0.25}, new double[] {6, 0, 0}, 40, 60))
                .as("two of them were always right")
                .containsExactly(0, 0.5, 0.5);
    }

    @Test
    void aBiasThatLastsIsTakenOutAndChanceIsNot() {
        List<Double> growth = new ArrayList<>();
        List<Double> chance = new ArrayList<>();
        for (int day = 0; day < 28; day++) {
            growth.add(0.14 + (day % 2 == 0 ? 0.02 : -0.02));
            chance.add(0.01 + (day % 2 == 0 ? 0.05 : -0.05));
        }

        assertThat(Bias.of(growth, 14)).isBetween(0.12, 0.14);
        assertThat(Bias.of(chance, 14)).isZero();
        assertThat(Bias.of(List.of(0.5), 1)).isZero();
    }

    @Test
    void withoutEvidenceQuietSlotsFollowTheNegativeBinomialLaw() {
        double[] quantiles = new Spread(List.of(), 1).quantiles(3, 0.05);

        assertThat(quantiles[3]).isEqualTo(new NegativeBinomial(3, 0.05 + Spread.SLOT_VARIANCE).quantile(0.5));
        assertThat(quantiles[0]).isZero();
        assertThat(new Spread(List.of(), 1).scale()).isEqualTo(1);
        assertThat(new Spread(List.of(), 1).quantiles(0, 0.05)).containsOnly(0);
    }

    @Test
    void errorsTwiceAsWideAsBelievedWidenTheIntervals() {
        List<Spread.Outcome> outcomes = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            double error = day % 2 == 0 ? 1.2 : 0.8;
            outcomes.add(new Spread.Outcome(
                    new double[] {1000 * error, Double.NaN}, new double[] {1000, 500}, 0.0075, false));
        }

        Spread spread = new Spread(outcomes, 1);

        assertThat(spread.scale()).isBetween(2.0, 4.0);
        assertThat(spread.quantiles(1000, 0.0075)[6]).isBetween(1150.0, 1350.0);
    }

    @Test
    void totalsHaveIntervalsOfTheirOwn() {
        double[] sure = new TotalSpread(List.of(), 1).quantiles(100, 0);
        double[] unsure = new TotalSpread(List.of(), 1).quantiles(100, 0.04);

        assertThat(sure[5] - sure[1]).as("chance alone, 2.56 · 10").isCloseTo(25.6, within(1.5));
        assertThat(unsure[5] - unsure[1]).isGreaterThan(50);
    }

    @Test
    void referenceIntervalsCoverWhatTheySay() {
        History history = MadeCounts.of(280, 12, 600, day -> 1);
        ReferenceIntervals intervals = new ReferenceIntervals(history, new SameWeekday(history, 8, false), 7);
        Accuracy accuracy = new Accuracy();
        for (int day = 140; day < 280; day++) {
            for (int slot = 0; slot < 12; slot++) {
                accuracy.add(
                        history.day(day)[slot],
                        intervals.mean(day)[slot],
                        intervals.quantiles(day)[slot]);
            }
        }

        assertThat(accuracy.coverage80Percent()).isCloseTo(80, within(4.0));
        assertThat(accuracy.coverage95Percent()).isCloseTo(95, within(2.0));
        assertThat(intervals.quantiles(3)).isNull();
    }
}
