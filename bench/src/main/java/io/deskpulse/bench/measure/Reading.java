package io.deskpulse.bench.measure;

import io.deskpulse.local.flink.FlinkJob;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/**
 * What is to be read of a topic.
 *
 * @param partitions all of the topic
 * @param events events in all partitions together
 */
public record Reading(List<TopicPartition> partitions, long events) {
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    /**
     * Waits until every row of these events has been acknowledged by ClickHouse: until the job's sources have handed everything on
     * and a checkpoint begun after that has completed.
     *
     * @throws IllegalStateException when the job fails or restarts; what it used then is no measurement
     */
    public static void await(FlinkJob job, List<Reading> readings) {
        while (!readings.stream().allMatch(reading -> reading.isDoneBy(job))) {
            requireRunning(job);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        while (!job.checkpoint()) {
            requireRunning(job);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        requireRunning(job);
    }

    private boolean isDoneBy(FlinkJob job) {
        return partitions.stream().mapToLong(job::position).sum() >= events;
    }

    private static void requireRunning(FlinkJob job) {
        if (job.failure().isPresent() || job.status().isGloballyTerminalState()) {
            throw new IllegalStateException("the job failed: " + job.failure().orElse("it is " + job.status()));
        }
    }
}
