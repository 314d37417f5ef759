package io.deskpulse.ops.watch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * All that Flink tells about one job.
 *
 * @param restarts since it was submitted; null when Flink does not tell, as for a job that has ended
 */
record JobReport(ListedJob job, Checkpoints checkpoints, Long restarts, Flow flow) {
    /**
     * A job in Flink's list.
     *
     * @param state as Flink calls it: RUNNING, RESTARTING, …
     * @param startMillis when it was submitted, epoch ms
     */
    record ListedJob(String id, String name, String state, long startMillis) {
        boolean isRunning() {
            return state.equals("RUNNING");
        }

        /** Whether Flink refuses all further questions about it yet. */
        boolean isInitializing() {
            return state.equals("INITIALIZING");
        }
    }

    /**
     * What Flink remembers of a job's checkpoints.
     *
     * @param completedMillis when the last completed one completed, epoch ms; null when none has
     * @param tookMillis how long it took; null when none has completed
     * @param bytes of state in it; null when none has completed
     * @param failed how many have failed
     */
    record Checkpoints(Long completedMillis, Long tookMillis, Long bytes, long failed) {
        static final Checkpoints NONE = new Checkpoints(null, null, null, 0);
    }

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

        /** Offset after the last message that its source has handed on, or the slowest of several; 0 when none has told. */
        long position(TopicPartition partition) {
            List<Long> offsets = nextOffsets.getOrDefault(key(partition.topic(), partition.partition()), List.of(0L));
            return Collections.min(offsets);
        }
    }
}
