package io.deskpulse.ops.watch;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a job is in the partitions that it reads; all offsets are those of the next message.
 *
 * @param ends of the partitions, all of them
 * @param reflected up to where all messages had gone through a completed checkpoint, so their rows are written
 * @param read up to where the job is known to have read; less than {@code reflected} means nothing
 */
record Backlog(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> reflected, Map<TopicPartition, Long> read) {
    /** Messages that the job is not known to have read. */
    long unread() {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - known(end.getKey())))
                .sum();
    }

    /** For each partition with messages that are not reflected, the offset of the first of them. */
    Map<TopicPartition, Long> firstUnreflected() {
        Map<TopicPartition, Long> first = new HashMap<>();
        ends.forEach((partition, end) -> {
            long next = reflected.getOrDefault(partition, 0L);
            if (next < end) {
                first.put(partition, next);
            }
        });
        return first;
    }

    private long known(TopicPartition partition) {
        return Math.max(reflected.getOrDefault(partition, 0L), read.getOrDefault(partition, 0L));
    }
}
