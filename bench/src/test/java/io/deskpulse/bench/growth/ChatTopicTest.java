package io.deskpulse.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChatTopicTest {
    private static final long START_MILLIS =
            Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();

    @Test
    void anEventsTimeTellsHowManyWereSentUpToIt() {
        assertThat(ChatTopic.sentUpTo(START_MILLIS)).isEqualTo(1);
        assertThat(ChatTopic.sentUpTo(START_MILLIS + 41)).isEqualTo(42);
    }

    @Test
    void theTimeOfAnEmptyTableIsThatOfNone() {
        assertThat(ChatTopic.sentUpTo(0)).isZero();
    }
}
