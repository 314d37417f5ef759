package io.deskpulse.metrics.forecast.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.forecast.MadeCounts;
import io.deskpulse.metrics.forecast.series.History;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void aWeekdayProfileIsTheWeightedMeanOfTheLastSameWeekdays() {
        double[][] counts = new double[15][];
        counts[0] = new double[] {1, 3};
        counts[7] = new double[] {1, 1};
        counts[14] = new double[] {9, 0};
        History history = new History(MadeCounts.MONDAY, counts);

        assertThat(WeekdayProfile.of(history, 13, 0, 2, 0.5))
                .containsExactly(new double[] {(0.5 + 0.5 * 0.25) / 1.5, (0.5 + 0.5 * 0.75) / 1.5}, within(1e-12));
        assertThat(WeekdayProfile.of(history, 13, 1, 2, 0.5)).isNull();
    }

    @Test
    void fewContactsAreShrunkAndManyAreNot() {
        double[] thin = new PooledProfile(MadeCounts.of(70, 24, 5, day -> 1)).of(69, 6);
        double[] busy = new PooledProfile(MadeCounts.of(70, 24, 1e6, day -> 1)).of(69, 6);

        for (int slot = 0; slot < 24; slot++) {
            assertThat(thin[slot]).as("no hour is ruled out").isPositive();
            assertThat(busy[slot]).isCloseTo(MadeCounts.share(slot, 24), within(0.001));
        }
        assertThat(Arrays.stream(thin).sum()).isCloseTo(1, within(1e-12));
        assertThat(new PooledProfile(new History(MadeCounts.MONDAY, new double[][] {{0, 0}})).of(0, 0))
                .isNull();
    }

    @Test
    void aProfileForgetsADayAfterHalfAYear() {
        double[][] counts = new double[300][];
        for (int day = 0; day < 300; day++) {
            counts[day] = new double[] {day < 100 ? 1000 : 0, 1000};
        }
        PooledProfile profiles = new PooledProfile(new History(MadeCounts.MONDAY, counts));

        double same = 0;
        double early = 0;
        for (int week = 0; week < 26; week++) {
            double weight = Math.pow(0.93, week);
            same += weight * 1000;
            early += 200 - 7 * week < 100 ? weight * 1000 : 0;
        }
        assertThat(profiles.of(200, 4)[0])
                .as("weights by weeks, shrunk a little")
                .isCloseTo(early / (early + same), within(0.01));
        assertThat(profiles.of(299, 4)[0]).as("only shrinkage is left").isLessThan(0.01);
    }

    @Test
    void learnsTheHoursOfASaleFromAllShops() {
        PhaseShapes one = PhaseShapes.NONE.plus("eve", new double[] {90, 390}, new double[] {190, 90});
        PhaseShapes two = one.plus(one);

        assertThat(one.factors("eve", 2)).containsExactly(0.5, 4);
        assertThat(two.factors("eve", 2)[1]).isGreaterThan(4);
        assertThat(one.factors("peak", 2)).containsExactly(1, 1);
        assertThat(PhaseShapes.NONE
                        .plus("eve", new double[] {Double.NaN, 5}, new double[] {5, 5})
                        .factors("eve", 2))
                .containsExactly(1, 1);
    }
}
