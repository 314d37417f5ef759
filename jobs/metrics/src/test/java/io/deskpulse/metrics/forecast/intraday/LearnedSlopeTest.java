package io.deskpulse.metrics.forecast.intraday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.forecast.intraday.LearnedSlope.CutDay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedSlopeTest {

    @Test
    void aSurplusThatAlwaysLastsIsCarriedOver() {
        List<CutDay> days = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            double factor = day % 2 == 0 ? 1.1 : 0.9;
            days.add(new CutDay(10_000 * factor, 10_000, 20_000 * factor, 20_000));
        }

        LearnedSlope slope = LearnedSlope.of(days);

        assertThat(slope.slope()).isCloseTo(1, within(0.01));
        assertThat(slope.factor(11_000, 10_000)).isCloseTo(1.1, within(0.002));
    }

    @Test
    void aSurplusThatNeverLastsIsNot() {
        List<CutDay> days = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            days.add(new CutDay(day % 2 == 0 ? 12 : 8, 10, 20, 20));
        }

        assertThat(LearnedSlope.of(days).slope()).isZero();
        assertThat(LearnedSlope.of(List.of()).factor(20, 10)).isEqualTo(1);
        assertThatThrownBy(() -> new LearnedSlope(1.1)).hasMessage("slope must be in 0..1, got 1.1");
    }
}
