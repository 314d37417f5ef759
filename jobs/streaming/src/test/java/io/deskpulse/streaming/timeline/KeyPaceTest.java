package io.deskpulse.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyPaceTest {
    private final KeyPace pace = new KeyPace(1_000);

    @Test
    void aJobThatKeepsUpSendsEveryInterval() {
        assertThat(pace.waitMillis(100_000)).isEqualTo(1_000);
        pace.takenIn(99_000);
        assertThat(pace.waitMillis(100_000)).isEqualTo(1_000);
    }

    @Test
    void theFurtherItIsBehindTheRarer() {
        pace.takenIn(95_000);
        assertThat(pace.waitMillis(100_000)).isEqualTo(5_000);
        pace.takenIn(40_000);
        assertThat(pace.waitMillis(100_000)).isEqualTo(15_000);
    }

    @Test
    void whenNothingMoreComesInNothingIsWaiting() {
        pace.takenIn(40_000);
        assertThat(pace.waitMillis(100_000)).isEqualTo(15_000);
        assertThat(pace.waitMillis(100_500)).isEqualTo(1_000);
    }

    @Test
    void whoAsksForALongerIntervalGetsIt() {
        KeyPace slow = new KeyPace(60_000);
        slow.takenIn(0);
        assertThat(slow.waitMillis(100_000)).isEqualTo(60_000);
    }
}
