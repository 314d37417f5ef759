package io.deskpulse.metrics.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.metrics.queueing.Backlog.Times;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    @Test
    void loadLagsBehindArrivalsByTheHandleTime() {
        OfferedLoad[] loads = OfferedLoad.over(new double[] {60, 60, 0}, 900, 900, 0);

        assertThat(loads[0].pointwise()).isEqualTo(60);
        assertThat(loads[0].end()).isCloseTo(60 * (1 - Math.exp(-1)), within(1e-12));
        assertThat(loads[0].mean()).isCloseTo(60 * Math.exp(-1), within(1e-12));
        assertThat(loads[2].mean()).as("the evening's rest").isGreaterThan(10);
        assertThat(OfferedLoad.over(new double[] {60}, 900, 900, 60)[0].mean()).isEqualTo(60);
    }

    @Test
    void manyShortIntervalsComeCloseToTheSinusoid() {
        int steps = 24 * 3600;
        double[] contacts = new double[2 * steps];
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] = (2 + 1.2 * Math.sin(2 * Math.PI * (i + 0.5) / steps)) / 3600;
        }

        OfferedLoad[] loads = OfferedLoad.over(contacts, 1, 1800, 1);

        assertThat(loads[steps + 7 * 3600 - 1].end()).isCloseTo(OfferedLoad.sinusoid(2, 1.2, 24, 0.5, 7), within(1e-6));
    }

    @Test
    void aPeakLeavesAQueueThatIsWorkedOff() {
        double[] queue =
                Backlog.fluid(new double[] {30, 30, 0, 0}, new double[] {2, 2, 2, 2}, new Times(600, 60, FOREVER), 0);

        assertThat(queue).containsExactly(new double[] {10, 20, 0, 0}, within(1e-9));
    }

    @Test
    void whoLosesPatienceShortensTheQueue() {
        double[] queue = Backlog.fluid(new double[] {1e6, 1e6}, new double[] {0, 0}, new Times(1e6, 60, 100), 5);

        assertThat(queue[1]).as("λ/θ").isCloseTo(100, within(1e-9));
    }

    @Test
    void whatIsBlockedGoesToTheNextInterval() {
        Backlog.Interval[] intervals =
                Backlog.carriedOver(new double[] {20, 0, 6}, new int[] {1, 1, 0}, new Times(600, 60, FOREVER));

        assertThat(intervals[0].load()).isEqualTo(20);
        assertThat(intervals[0].carried()).as("B(1, 2) = 2/3").isCloseTo(20 * 2 / 3.0, within(1e-12));
        assertThat(intervals[0].utilisation()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(intervals[1].load()).isEqualTo(intervals[0].carried());
        assertThat(intervals[2].carried()).isEqualTo(intervals[2].load());
        assertThat(intervals[2].utilisation()).isZero();
    }

    @Test
    void refusesTimesThatPassNotAndTeamsOfAnotherDay() {
        assertThatThrownBy(() -> new Times(0, 1, 1)).hasMessage("intervalSeconds must be > 0, got 0.0");
        assertThatThrownBy(() -> new Times(1, 1, 0)).hasMessage("patienceSeconds must be > 0, got 0.0");
        assertThatThrownBy(() -> Backlog.fluid(new double[1], new double[2], new Times(1, 1, 1), 0))
                .hasMessage("agents must be one an interval, got 2");
        assertThatThrownBy(() -> Backlog.carriedOver(new double[1], new int[2], new Times(1, 1, 1)))
                .hasMessage("agents must be one an interval, got 2");
        assertThatThrownBy(() -> OfferedLoad.over(new double[] {-1}, 1, 1, 0))
                .hasMessage("contacts must be >= 0, got -1.0");
    }
}
