package io.deskpulse.ops.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.JobCatalogue;
import org.junit.jupiter.api.Test;

class ConsumerGroupsTest {
    @Test
    void aJobOfItsOwnReadsItsTopics() {
        assertThat(ConsumerGroups.topics("response-time")).containsExactly(EventStream.CHAT.topic());
        assertThat(ConsumerGroups.topics("dead-letters")).containsExactly(Topics.DEAD_LETTERS);
        assertThat(ConsumerGroups.topics("conversion"))
                .containsExactlyInAnyOrder(EventStream.CHAT.topic(), EventStream.ORDERS.topic());
    }

    /** The image's command line has none, and {@code watch} must know the jobs there. */
    @Test
    void jobsAreKnownWithoutFlink() {
        assertThatThrownBy(() -> Class.forName("org.apache.flink.streaming.api.environment.StreamExecutionEnvironment"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(JobCatalogue.JOBS)
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.tables()).isNotEmpty().doesNotContainNull());
        assertThat(JobCatalogue.streaming())
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.topics()).isNotEmpty());
    }

    @Test
    void theJointJobReadsForAllAndOtherJobsAreNobodys() {
        assertThat(ConsumerGroups.topics(ConsumerGroups.JOINT_JOB))
                .contains(EventStream.CHAT.topic(), EventStream.ORDERS.topic(), EventStream.TICKETS.topic())
                .contains(Topics.DEAD_LETTERS);
        assertThat(ConsumerGroups.topics("word-count")).isEmpty();
    }
}
