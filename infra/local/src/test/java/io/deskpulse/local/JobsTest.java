package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.local.kafka.Topics;
import io.deskpulse.schemas.EventStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobsTest {
    @Test
    void aJobOfItsOwnReadsItsTopicsInItsOwnGroup() {
        assertThat(Jobs.readersOf("response-time"))
                .isEqualTo(Map.of(
                        EventStream.CHAT.topic(),
                        List.of("response-time"),
                        Topics.DEAD_LETTERS,
                        List.of("response-time")));
        assertThat(Jobs.readersOf("conversion")).containsOnlyKeys(EventStream.CHAT.topic(), EventStream.ORDERS.topic());
    }

    @Test
    void theJointJobReadsForAllAndOtherJobsAreNobodys() {
        assertThat(Jobs.readersOf(Jobs.NAME)).isEqualTo(Jobs.READERS);
        assertThat(Jobs.readersOf("word-count")).isEmpty();
    }
}
