package io.deskpulse.streaming.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer.PartitionOffsetsRetriever;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StartingOffsetsTest {
    private static final TopicPartition READ = new TopicPartition("deskpulse.chat", 0);
    private static final TopicPartition UNREAD = new TopicPartition("deskpulse.chat", 1);
    private static final TopicPartition EMPTY = new TopicPartition("deskpulse.chat", 2);

    @Test
    void areWhereTheGroupLeftOffOrWhereThePartitionBegins() {
        assertThat(KafkaTopic.startingOffsets().getPartitionOffsets(List.of(READ, UNREAD, EMPTY), new Broker()))
                .isEqualTo(Map.of(READ, 70L, UNREAD, 30L, EMPTY, 0L));
    }

    /** The first partition was read, the first two begin after what was deleted. */
    private static final class Broker implements PartitionOffsetsRetriever {
        @Override
        public Map<TopicPartition, Long> committedOffsets(Collection<TopicPartition> partitions) {
            return Map.of(READ, 70L);
        }

        @Override
        public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
            return Map.of(READ, 20L, UNREAD, 30L, EMPTY, 0L);
        }

        @Override
        public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            throw new AssertionError("nobody asks where they end");
        }

        @Override
        public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> timestamps) {
            throw new AssertionError("nobody asks for times");
        }
    }
}
