package io.deskpulse.streaming.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a job without state begins: where its group left off, or at the beginning of the topic.
 *
 * <p>Always numbers. The connector's own {@code committedOffsets} leaves a mark that readers look up when they begin; a partition without
 * events keeps it in each snapshot, and who starts from an older one later would go on where the group is by then, past all that the
 * state of that snapshot has not seen.
 */
final class StartingOffsets implements OffsetsInitializer {
    private static final long serialVersionUID = 1L;

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever broker) {
        Map<TopicPartition, Long> offsets = new HashMap<>(broker.beginningOffsets(partitions));
        offsets.putAll(broker.committedOffsets(partitions));
        return offsets;
    }

    /** For offsets whose events Kafka has deleted. */
    @Override
    @SuppressWarnings("deprecation") // the connector knows no other way to name it
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.EARLIEST;
    }
}
