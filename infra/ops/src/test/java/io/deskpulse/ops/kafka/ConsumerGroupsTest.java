package io.deskpulse.ops.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.EventStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerGroupsTest {
    @Test
    void aJobOfItsOwnReadsItsTopicsInItsOwnGroup() {
        assertThat(ConsumerGroups.of("response-time"))
                .isEqualTo(Map.of(
                        EventStream.CHAT.topic(),
                        List.of("response-time"),
                        Topics.DEAD_LETTERS,
                        List.of("response-time")));
        assertThat(ConsumerGroups.of("conversion"))
                .containsOnlyKeys(EventStream.CHAT.topic(), EventStream.ORDERS.topic());
    }

    @Test
    void theJointJobReadsForAllAndOtherJobsAreNobodys() {
        assertThat(ConsumerGroups.of(ConsumerGroups.JOINT_JOB)).isEqualTo(ConsumerGroups.READERS);
        assertThat(ConsumerGroups.of("word-count")).isEmpty();
    }
}
