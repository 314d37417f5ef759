package io.deskpulse.metrics.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final long HOUR = 3_600_000;
    private static final Retention RETENTION = Retention.CONVERSATIONS;

    @Test
    void aKeyAtRestStartsAnewAfterTwoDaysAnOpenOneAfterFourMonths() {
        assertThat(RETENTION.isForgotten(0, 48 * HOUR, true)).isFalse();
        assertThat(RETENTION.isForgotten(0, 48 * HOUR + 1, true)).isTrue();
        assertThat(RETENTION.isForgotten(0, 48 * HOUR + 1, false)).isFalse();
        assertThat(RETENTION.isForgotten(0, 121 * 24 * HOUR, false)).isTrue();
        assertThat(RETENTION.isForgotten(Long.MAX_VALUE, 0, true)).isFalse();
    }

    @Test
    void whateverIsAcceptedAfterForgettingStartsAnewAnyway() {
        long forgotten = RETENTION.forgottenAtMillis(0, true);

        long oldestAccepted = forgotten - RETENTION.atRestMillis();
        assertThat(RETENTION.isTooLate(oldestAccepted, forgotten)).isFalse();
        assertThat(RETENTION.isTooLate(oldestAccepted - 1, forgotten)).isTrue();
        assertThat(RETENTION.isForgotten(0, oldestAccepted + 1, true)).isTrue();
    }

    @Test
    void foreverNeverForgetsAndNothingIsTooLate() {
        assertThat(Retention.FOREVER.isForgotten(0, Long.MAX_VALUE - 1, true)).isFalse();
        assertThat(Retention.FOREVER.forgottenAtMillis(0, true)).isEqualTo(Long.MAX_VALUE);
        assertThat(Retention.FOREVER.isTooLate(0, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void refusesRetentionsThatCouldMixTwoTimelinesOnOneDay() {
        assertThatThrownBy(() -> Retention.of(Duration.ofHours(47), Duration.ofDays(1)))
                .hasMessageContaining("atRestMillis must be >= 172800000");
        assertThatThrownBy(() -> Retention.of(Duration.ofDays(3), Duration.ofDays(2)))
                .hasMessageContaining("openMillis must be >= atRestMillis");
    }
}
