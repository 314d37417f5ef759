package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant START = NOW.minus(Duration.ofHours(1));

    private Instant clock = NOW;

    @Test
    void runsFasterThanTheClockUntilItHasCaughtUpAndNeverAhead() {
        DemoTime time = new DemoTime(() -> clock, START, 61);

        assertThat(time.present()).isEqualTo(START);
        clock = NOW.plusSeconds(30);
        assertThat(time.present()).isEqualTo(START.plusSeconds(30 * 61));
        clock = NOW.plusSeconds(60);
        assertThat(time.present()).isEqualTo(clock);
        clock = NOW.plusSeconds(600);
        assertThat(time.present()).isEqualTo(clock);
    }

    @Test
    void catchesUpAtOnceWhenItsSpeedHasNoLimit() {
        DemoTime time = new DemoTime(() -> clock, START, Double.POSITIVE_INFINITY);

        assertThat(time.present()).isEqualTo(NOW);
    }
}
