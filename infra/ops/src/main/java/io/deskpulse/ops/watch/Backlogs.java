package io.deskpulse.ops.watch;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.ConsumerGroups;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.kafka.TopicOffsets;
import io.deskpulse.ops.watch.JobReport.Flow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Asks a Kafka cluster how far jobs are in their topics. Not thread-safe. */
final class Backlogs implements AutoCloseable {
    /** One message a partition is wanted, not thousands. */
    private static final int FETCH_BYTES = 1 << 16;

    /**
     * How far a job was.
     *
     * @param at when this was looked up
     * @param unread messages that the job was not known to have read
     * @param visibleUntil all messages from before this instant are rows; null when unknown
     */
    record Found(Instant at, long unread, Instant visibleUntil) {}

    private final KafkaAccess access;
    private final TopicOffsets offsets;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AppendTimes times;
    private final InstantSource clock;

    /**
     * Asks a cluster.
     *
     * @throws UserError when none of its addresses can be resolved
     */
    Backlogs(KafkaAccess access, InstantSource clock) {
        this.access = access;
        this.offsets = new TopicOffsets(access);
        this.consumer = access.consumer(FETCH_BYTES);
        this.times = new AppendTimes(consumer);
        this.clock = clock;
    }

    /**
     * How far a job is.
     *
     * @param job its name
     * @param flow what it tells of its sources
     * @throws UserError when the cluster does not answer or lacks a topic
     */
    Found of(String job, Flow flow) {
        try {
            List<TopicPartition> partitions = offsets.partitions(ConsumerGroups.topics(job));
            Map<TopicPartition, Long> reflected = reflected(partitions, job);
            // The ends are later than this instant: when all of them are reflected, so is everything before it.
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Map<TopicPartition, Long> read = new HashMap<>();
            partitions.forEach(partition -> read.put(partition, flow.position(partition)));
            Backlog backlog = new Backlog(offsets.ends(partitions), reflected, read);
            return new Found(now, backlog.unread(), visibleUntil(backlog, now));
        } catch (KafkaException e) {
            throw access.failed("Kafka does not say how far the job is", e);
        }
    }

    @Override
    public void close() {
        try (TopicOffsets first = offsets) {
            consumer.close();
        }
    }

    private Instant visibleUntil(Backlog backlog, Instant now) {
        Map<TopicPartition, Long> first = backlog.firstUnreflected();
        if (first.isEmpty()) {
            return now;
        }
        return times.earliest(first)
                .map(appended -> appended.isBefore(now) ? appended : now)
                .orElse(null);
    }

    /** Sources commit what a completed checkpoint has covered, and nothing else; what retention has deleted is nobody's. */
    private Map<TopicPartition, Long> reflected(List<TopicPartition> partitions, String group) {
        Map<TopicPartition, Long> committed = offsets.committed(group);
        Map<TopicPartition, Long> reflected = new HashMap<>(offsets.beginnings(partitions));
        reflected.replaceAll((partition, beginning) -> Math.max(beginning, committed.getOrDefault(partition, 0L)));
        return reflected;
    }
}
