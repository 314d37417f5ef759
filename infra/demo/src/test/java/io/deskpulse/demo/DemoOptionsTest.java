package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

    private static final DemoOptions USUAL = DemoOptions.of(1, DemoDays.START);

    @Test
    void refusesWhatIsOutsideItsRangeByName() {
        assertThatThrownBy(() -> USUAL.withScale(0)).hasMessage("scale must be > 0 and <= 10000, got 0.0");
        assertThatThrownBy(() -> USUAL.withPromotions(List.of(LocalTime.NOON), 0.5))
                .hasMessage("promotionFactor must be 1 to 100, got 0.5");
        assertThatThrownBy(() -> new Imperfection(-0.1, 0)).hasMessage("duplicateRatio must be 0 to 1, got -0.1");
        assertThatThrownBy(() -> new Imperfection(0, 2)).hasMessage("lateRatio must be 0 to 1, got 2.0");
    }

    @Test
    void scaleOneGivesAboutTheEventsASecondThatItSays() {
        double perSecond =
                DemoDays.events().size() / (double) Duration.ofDays(2).toSeconds();

        assertThat(perSecond)
                .isBetween(
                        DemoOptions.EVENTS_PER_SECOND_AT_SCALE_ONE * 0.85,
                        DemoOptions.EVENTS_PER_SECOND_AT_SCALE_ONE * 1.15);
        assertThat(USUAL.withEventsPerSecond(14).scale()).isEqualTo(10);
    }
}
