package io.deskpulse.local.replay;

import io.deskpulse.local.Stack;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.ConsumerGroups;
import io.deskpulse.ops.kafka.TopicOffsets;
import io.deskpulse.ops.replay.Lag;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells which messages have become rows: those that all jobs reading them had taken in before a checkpoint that completed.
 *
 * <p>A job sends all rows before a checkpoint, and its sinks have them acknowledged before the checkpoint completes. Not
 * thread-safe.
 */
public final class Reflection implements AutoCloseable {
    private static final long SHORTEST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /** About what a job takes in a millisecond at its slowest: so many events behind are worth a millisecond's wait. */
    private static final long EVENTS_A_MILLI = 10;

    private final TopicOffsets offsets;
    private final FlinkJob job;
    private final Progress progress;
    private final List<TopicPartition> partitions;
    private Map<TopicPartition, Long> reflected = Map.of();
    private String lastFailure = "";

    /**
     * Watches a job.
     *
     * @param progress told when the job restarts, and why
     */
    public Reflection(Stack stack, FlinkJob job, Progress progress) {
        this.offsets = new TopicOffsets(stack.kafka().access());
        this.job = job;
        this.progress = progress;
        this.partitions = offsets.partitions(ConsumerGroups.topics(ConsumerGroups.JOINT_JOB));
    }

    /**
     * Takes a checkpoint and looks how far the rows are.
     *
     * @throws UserError when the job has failed for good, with the reason
     */
    public Lag sample() {
        requireRunning();
        long attempts = job.attempts();
        Map<TopicPartition, Long> taken = taken();
        // A job that restarted in between may have checkpointed from further back.
        if (job.checkpoint() && job.attempts() == attempts) {
            reflected = taken;
        }
        // Ends after the checkpoint: dead letters that came of reflected events are in their topic by now, and count.
        Map<TopicPartition, Long> ends = offsets.ends(partitions);
        return new Lag(sum(ends), sum(reflected));
    }

    /**
     * Returns when everything that is in Kafka now is reflected; nobody may be sending.
     *
     * @param display shown each sample
     * @throws UserError when the job has failed for good, with the reason
     */
    public void awaitAll(Consumer<Lag> display) {
        Lag lag = sample();
        display.accept(lag);
        while (!lag.isNone()) {
            pause(pauseMillis(lag));
            lag = sample();
            display.accept(lag);
        }
    }

    /** How long to wait for another look, ms. A look is a checkpoint, before which all rows leave: while much is missing, few do. */
    static long pauseMillis(Lag lag) {
        return Math.min(LONGEST_PAUSE_MILLIS, Math.max(SHORTEST_PAUSE_MILLIS, lag.events() / EVENTS_A_MILLI));
    }

    @Override
    public void close() {
        offsets.close();
    }

    /** What is committed was reflected in an earlier run; what a source says it has taken in will be after a checkpoint. */
    private Map<TopicPartition, Long> taken() {
        Map<TopicPartition, Long> committed = offsets.committed(ConsumerGroups.JOINT_JOB);
        Map<TopicPartition, Long> taken = new HashMap<>();
        partitions.forEach(partition ->
                taken.put(partition, Math.max(job.position(partition), committed.getOrDefault(partition, 0L))));
        return taken;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private void requireRunning() {
        JobStatus status = job.status();
        if (status.isTerminalState()) {
            throw new UserError("The jobs have "
                    + status.name().toLowerCase(Locale.ROOT)
                    + job.failure().map(reason -> ": " + reason).orElse("."));
        }
        if (status == JobStatus.RESTARTING) {
            String failure = job.failure().orElse("unknown");
            if (!failure.equals(lastFailure)) {
                progress.step("The jobs are restarting: " + failure);
                lastFailure = failure;
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for the job.", e);
        }
    }
}
