package io.deskpulse.ops.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerGroupsTest {
    @Test
    void aJobOfItsOwnReadsItsTopicsInItsOwnGroup() {
        assertThat(ConsumerGroups.of("response-time"))
                .isEqualTo(Map.of(EventStream.CHAT.topic(), List.of("response-time")));
        assertThat(ConsumerGroups.of("dead-letters")).isEqualTo(Map.of(Topics.DEAD_LETTERS, List.of("dead-letters")));
        assertThat(ConsumerGroups.of("conversion"))
                .containsOnlyKeys(EventStream.CHAT.topic(), EventStream.ORDERS.topic());
    }

    @Test
    void anEventIsReflectedWhenAllItsReadersHaveIt() {
        assertThat(ConsumerGroups.READERS.get(EventStream.CHAT.topic()))
                .contains("response-time", "resolution", "conversion");
        assertThat(ConsumerGroups.READERS.get(EventStream.ORDERS.topic()))
                .contains("conversion")
                .doesNotContain("resolution");
    }

    /** The image's command line has none, and {@code watch} must know the jobs there. */
    @Test
    void jobsAreKnownWithoutFlink() {
        assertThatThrownBy(() -> Class.forName("org.apache.flink.streaming.api.environment.StreamExecutionEnvironment"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(JobCatalogue.JOBS).isNotEmpty().allSatisfy(job -> {
            assertThat(job.topics()).isNotEmpty();
            assertThat(job.tables()).doesNotContainNull();
        });
    }

    @Test
    void theJointJobReadsForAllAndOtherJobsAreNobodys() {
        assertThat(ConsumerGroups.of(ConsumerGroups.JOINT_JOB)).isEqualTo(ConsumerGroups.READERS);
        assertThat(ConsumerGroups.of("word-count")).isEmpty();
    }
}
