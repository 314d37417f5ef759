package io.deskpulse.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyPaceTest {
    private final KeyPace pace = new KeyPace(1_000);

    @Test
    void firstNewsAfterAQuietWhileLeavesAtOnce() {
        assertThat(pace.askMillis(100_300)).isEqualTo(100_300);
        assertThat(pace.send(100_300, 100_301)).isTrue();
        assertThat(pace.askMillis(101_300)).isEqualTo(101_300);
    }

    @Test
    void whatFollowsSoonLeavesWithTheNextBeat() {
        assertThat(pace.send(100_300, 100_301)).isTrue();
        assertThat(pace.askMillis(100_310)).isEqualTo(101_000);
        assertThat(pace.send(101_000, 101_002)).isTrue();
        assertThat(pace.askMillis(101_003)).isEqualTo(102_000);
    }

    @Test
    void butNotIfThatIsTheNextMoment() {
        assertThat(pace.send(100_900, 100_901)).isTrue();
        assertThat(pace.send(101_000, 101_001)).isFalse();
        assertThat(pace.nextBeat(101_001)).isEqualTo(102_000);
        assertThat(pace.send(102_000, 102_001)).isTrue();
    }

    @Test
    void theFurtherTheJobIsBehindTheRarer() {
        assertThat(beatsUntilSent(5_500)).isEqualTo(6);
        assertThat(beatsUntilSent(40_000)).isEqualTo(15);
        assertThat(beatsUntilSent(1_500)).isEqualTo(1);
    }

    @Test
    void whenNothingMoreComesInNothingIsWaiting() {
        assertThat(pace.send(100_000, 100_000)).isTrue();
        pace.takenIn(40_000);
        assertThat(pace.send(101_000, 101_000)).isFalse();
        assertThat(pace.send(102_000, 102_000)).isTrue();
    }

    @Test
    void whoAsksForALongerIntervalGetsIt() {
        KeyPace slow = new KeyPace(60_000);
        assertThat(slow.send(120_000, 120_000)).isTrue();
        assertThat(slow.askMillis(121_000)).isEqualTo(180_000);
    }

    @Test
    void aClockThatIsPutBackHoldsNothing() {
        assertThat(pace.send(3_600_000, 3_600_000)).isTrue();
        pace.takenIn(100_000);
        assertThat(pace.askMillis(100_300)).isEqualTo(101_000);
        assertThat(pace.send(101_000, 101_000)).isTrue();
    }

    private static int beatsUntilSent(long behindMillis) {
        KeyPace pace = new KeyPace(1_000);
        pace.send(100_000, 100_000);
        for (int beats = 1; ; beats++) {
            long now = 100_000 + beats * 1_000L;
            pace.takenIn(now - behindMillis);
            if (pace.send(now, now)) {
                return beats;
            }
        }
    }
}
