package io.deskpulse.streaming.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InsertPaceTest {
    private final InsertPace pace = new InsertPace(1_000);

    @Test
    void aTableThatWasQuietOwesNoWait() {
        assertThat(pace.dueMillis(5_000, 20)).isEqualTo(5_020);
        pace.inserted(5_020, 5_030, 1);
        assertThat(pace.dueMillis(60_000, 20)).isEqualTo(60_020);
    }

    @Test
    void insertsAreHalfAnIntervalApartAtLeast() {
        pace.inserted(5_000, 5_016, 1);
        assertThat(pace.dueMillis(5_017, 20)).isEqualTo(5_500);
        assertThat(pace.dueMillis(5_990, 20)).isEqualTo(6_010);
    }

    @Test
    void aTenthOfTheTimeIsSpentOnWhatInsertsCostBesideTheirRows() {
        pace.inserted(5_000, 5_700, 1);
        assertThat(pace.dueMillis(5_700, 20)).isEqualTo(5_000 + 10 * 699);
        pace.inserted(20_000, 20_700, 6_000);
        assertThat(pace.dueMillis(20_700, 20)).isEqualTo(21_000);
        pace.inserted(30_000, 31_400, 6_000);
        assertThat(pace.dueMillis(31_400, 20)).isEqualTo(32_000);
    }

    @Test
    void nothingWaitsForLongerThanAQuarterOfAMinute() {
        pace.inserted(5_000, 605_000, 1);
        assertThat(pace.dueMillis(5_001, 20)).isEqualTo(20_000);
        InsertPace patient = new InsertPace(60_000);
        patient.inserted(5_000, 5_001, 1);
        assertThat(patient.dueMillis(5_001, 20))
                .as("unless somebody asked for it")
                .isEqualTo(35_000);
    }

    @Test
    void aClockThatIsPutBackHoldsNothing() {
        pace.inserted(3_605_000, 3_605_016, 1);
        assertThat(pace.dueMillis(5_000, 20)).isEqualTo(5_020);
    }
}
