package io.deskpulse.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Run SLOW = run(9_000_000, 1_000_000, 3_000_000_000L);
    private static final Run FAST = run(5_000_000, 7_000_000, 1_000_000_000L);
    private static final Run TYPICAL = run(6_000_000, 2_000_000, 2_000_000_000L);

    @Test
    void takesTheMedianOfEachMeasureApart() {
        List<Run> runs = List.of(SLOW, FAST, TYPICAL);

        assertThat(Run.median(runs, used -> used.jobsMicrosPer(1_000))).isEqualTo(6, within(1e-9));
        assertThat(Run.median(runs, used -> used.clickHouseMicrosPer(1_000))).isEqualTo(2, within(1e-9));
        assertThat(Run.median(runs, used -> used.wholeMicrosPer(1_000))).isEqualTo(11, within(1e-9));
        assertThat(Run.median(runs, used -> used.perSecond(1_000))).isEqualTo(500, within(1e-9));
    }

    @Test
    void tellsWhatTheVirtualMachineTookOfTheJobs() {
        assertThat(TYPICAL.used().compilingShare()).isEqualTo(0.1, within(1e-9));
        assertThat(TYPICAL.used().collectingShare()).isEqualTo(0.05, within(1e-9));
    }

    @Test
    void findsTheRunOfMedianLength() {
        assertThat(Run.typical(List.of(SLOW, FAST, TYPICAL))).isSameAs(TYPICAL);
    }

    @Test
    void tellsWhatWasUsedSinceABeginning() {
        assertThat(TYPICAL.used().since(new Usage(1, 0, 0, 2, 3, 4)))
                .isEqualTo(new Usage(5_999_999, 600_000, 300_000, 1_999_998, 999_997, 1_999_999_996));
    }

    private static Run run(long jobsNanos, long clickHouseNanos, long wallNanos) {
        return new Run(
                new Usage(jobsNanos, jobsNanos / 10, jobsNanos / 20, clickHouseNanos, 1_000_000, wallNanos), List.of());
    }
}
