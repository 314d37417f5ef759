package io.deskpulse.local.watch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What goes through a job, by its own metrics.
 *
 * @param readEventsPerSecond all sources together; null when unknown
 * @param writtenRowsPerSecond all ClickHouse sinks together; null when unknown
 * @param nextOffsets for each partition, as {@link #key} names it: where each source that reads it goes on
 */
record Flow(Double readEventsPerSecond, Double writtenRowsPerSecond, Map<String, List<Long>> nextOffsets) {
    static final Flow UNKNOWN = new Flow(null, null, Map.of());

    /** A partition by the name of its topic in Flink's metrics, where dots separate. */
    static String key(String topic, int partition) {
        return topic.replace('.', '_') + "/" + partition;
    }

    /** Offset after the last message that all {@code sources} have handed on; 0 when one of them has not told. */
    long position(TopicPartition partition, int sources) {
        List<Long> offsets = nextOffsets.getOrDefault(key(partition.topic(), partition.partition()), List.of());
        return offsets.size() < sources ? 0 : Collections.min(offsets);
    }
}
