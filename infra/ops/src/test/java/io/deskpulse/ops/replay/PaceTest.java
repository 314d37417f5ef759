package io.deskpulse.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void asFastAsPossibleNeverWaits() {
        Pace pace = Pace.parse("max");

        assertThat(pace.delayNanos(0, 0)).isZero();
        assertThat(pace.delayNanos(1_000_000, 0)).isZero();
    }

    @Test
    void aFactorKeepsTheDistancesOfTheFirstEvent() {
        Pace pace = Pace.parse("60");

        assertThat(pace.delayNanos(1_000_000, 5 * SECOND)).isZero();
        assertThat(pace.delayNanos(1_060_000, 5 * SECOND)).isEqualTo(SECOND);
        assertThat(pace.delayNanos(1_120_000, 6 * SECOND)).isEqualTo(SECOND);
    }

    @Test
    void whoIsLateOrOutOfOrderLeavesAtOnce() {
        Pace pace = Pace.parse("1x");

        assertThat(pace.delayNanos(10_000, 0)).isZero();
        assertThat(pace.delayNanos(9_000, 0)).isNegative();
        assertThat(pace.delayNanos(11_000, 3 * SECOND)).isNegative();
    }

    @Test
    void refusesOtherSpeeds() {
        for (String speed : new String[] {"0", "-1", "fast", "NaN", "Infinity", ""}) {
            assertThatThrownBy(() -> Pace.parse(speed))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("--speed must be max or a factor");
        }
    }
}
