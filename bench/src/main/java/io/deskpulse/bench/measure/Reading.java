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

    /** Events that the job's sources have handed on so far. */
    public long readBy(FlinkJob job) {
        return partitions.stream().mapToLong(job::position).sum();
    }

    private boolean isDoneBy(FlinkJob job) {
        return readBy(job) >= events;
    }

    /**
     * Waits until a job's sources have handed on so many of these events.
     *
     * @throws IllegalStateException when the job fails or restarts
     */
    public void awaitRead(FlinkJob job, long some) {
        while (readBy(job) < some) {
            requireRunning(job);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void requireRunning(FlinkJob job) {
        if (job.failure().isPresent() || job.status().isGloballyTerminalState()) {
            throw new IllegalStateException("the job failed: " + job.failure().orElse("it is " + job.status()));
        }
    }
}
