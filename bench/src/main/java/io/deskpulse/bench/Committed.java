package io.deskpulse.bench;

import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.streaming.sources.KafkaTopic;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** How far a job has come: a committed offset means that every row before it has been acknowledged. */
final class Committed {
    private static final double SHORTEST_PAUSE_SECONDS = 0.5;
    private static final double LONGEST_PAUSE_SECONDS = 10;

    private Committed() {}

    /** Events committed by a group so far. */
    static long events(Admin admin, KafkaTopic topic) {
        try {
            return admin
                    .listConsumerGroupOffsets(topic.group())
                    .partitionsToOffsetAndMetadata()
                    .get(1, TimeUnit.MINUTES)
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(topic.name()))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading offsets", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker tells no offsets", e);
        }
    }

    /**
     * Waits until a job has committed this many more events.
     *
     * <p>Only a checkpoint tells how far a job is, and costs processor time; so the next one is taken when, at the speed so far, the
     * job should be done.
     *
     * @throws IllegalStateException when the job fails
     */
    static void await(FlinkJob job, Admin admin, KafkaTopic topic, long events) {
        long startEvents = events(admin, topic);
        long startNanos = System.nanoTime();
        double pauseSeconds = LONGEST_PAUSE_SECONDS / 2;
        for (long done = startEvents; done < events; done = events(admin, topic)) {
            if (job.status().isGloballyTerminalState()) {
                throw new IllegalStateException("the job ended: " + job.failure().orElse("no cause known"));
            }
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            if (done > startEvents) {
                pauseSeconds = (events - done) / ((done - startEvents) / seconds);
            }
            pause(Math.max(SHORTEST_PAUSE_SECONDS, Math.min(LONGEST_PAUSE_SECONDS, pauseSeconds)));
            job.checkpoint();
        }
    }

    private static void pause(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
