package io.deskpulse.metrics.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void roundsDownSoThatAMissedTargetNeverLooksReached() {
        assertThat(new Rate(97_999, 100_000).basisPoints()).isEqualTo(9_799);
        assertThat(new Rate(2, 3).basisPoints()).isEqualTo(6_666);
        assertThat(new Rate(5, 5).basisPoints()).isEqualTo(10_000);
    }

    @Test
    void aRateOfNothingHasNoValueAndReachesNothing() {
        assertThat(Rate.NONE.reaches(new Target(1, 10_000))).isFalse();
        assertThatThrownBy(Rate.NONE::basisPoints).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void comparesTheLargestCountsExactly() {
        long most = 100_000_000_000_000L;

        assertThat(new Rate(most - 1, most).reaches(new Target(1, 1))).isFalse();
        assertThat(new Rate(most / 10_000 * 9_999, most).reaches(new Target(9_999, 10_000)))
                .isTrue();
        assertThat(new Rate(most / 10_000 * 9_999 - 1, most).reaches(new Target(9_999, 10_000)))
                .isFalse();
    }

    @Test
    void refusesMoreGoodThanAll() {
        assertThatThrownBy(() -> new Rate(3, 2)).hasMessage("numerator must be 0 to the denominator, got 3 of 2");
    }

    @ParameterizedTest
    @CsvSource({
        "0.98, 98, 100",
        "98%, 98, 100",
        "98.5 %, 985, 1000",
        "1, 1, 1",
        "100%, 1, 1",
        "0.9800, 98, 100",
        "1e-2, 1, 100"
    })
    void readsTargetsExactly(String text, int numerator, int denominator) {
        assertThat(Target.parse(text)).isEqualTo(new Target(numerator, denominator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"98", "0", "-0.5", "1.0001", "0.98765", "ninety", "", "%", "NaN", "1e999999999"})
    void refusesWhatIsNoTarget(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a target ");
    }
}
