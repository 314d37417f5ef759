package io.deskpulse.metrics.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GainCurveTest {

    @Test
    void poolsWhatThinMeasurementsTurnAround() {
        GainCurve curve = GainCurve.isotonic(List.of(400.0, 500.0, 440.0, 700.0), List.of(100.0, 20.0, 40.0, 5.0));

        assertThat(curve.handleSeconds()).containsExactly(400.0, 460.0, 460.0, 700.0);
        assertThat(curve.cap()).isEqualTo(4);
    }

    @Test
    void warnsOfACapThatCostsMoreThanItGives() {
        assertThat(new GainCurve(List.of(300.0, 400.0)).capTooHigh()).isFalse();
        assertThat(new GainCurve(List.of(300.0, 600.0)).capTooHigh()).isTrue();
        assertThat(new GainCurve(List.of(300.0)).capTooHigh()).isFalse();
        assertThat(new GainCurve(List.of(300.0, 400.0)).rate(0)).isZero();
    }

    @Test
    void refusesWhatWasNotMeasured() {
        assertThatThrownBy(() -> new GainCurve(List.of())).hasMessage("handleSeconds must have a value for one chat");
        assertThatThrownBy(() -> new GainCurve(List.of(0.0))).hasMessage("handleSeconds must be > 0, got 0.0");
        assertThatThrownBy(() -> GainCurve.isotonic(List.of(1.0), List.of()))
                .hasMessage("chats must be one a mean, got 0 for 1");
    }
}
