package io.deskpulse.ops.watch;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.ConsumerGroups;
import io.deskpulse.ops.kafka.TopicOffsets;
import io.deskpulse.ops.watch.JobReport.Flow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks a Kafka cluster how far jobs are in their topics. Not thread-safe. */
final class Backlogs implements AutoCloseable {
    private static final String PATIENCE_MILLIS = "10000";
    private static final String REQUEST_PATIENCE_MILLIS = "5000";

    /** One message a partition is wanted, not thousands. */
    private static final String FETCH_BYTES = "65536";

    /**
     * How far a job was.
     *
     * @param at when this was looked up
     * @param unread messages that the job was not known to have read
     * @param visibleUntil all messages from before this instant are rows; null when unknown
     */
    record Found(Instant at, long unread, Instant visibleUntil) {}

    private final TopicOffsets offsets;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AppendTimes times;
    private final InstantSource clock;

    private Backlogs(Admin admin, KafkaConsumer<byte[], byte[]> consumer, InstantSource clock) {
        this.offsets = new TopicOffsets(admin);
        this.consumer = consumer;
        this.times = new AppendTimes(consumer);
        this.clock = clock;
    }

    /**
     * Prepares to ask a cluster.
     *
     * @throws UserError when none of its addresses can be resolved
     */
    static Backlogs at(String bootstrapServers, InstantSource clock) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "default.api.timeout.ms",
                PATIENCE_MILLIS,
                "request.timeout.ms",
                REQUEST_PATIENCE_MILLIS));
        try {
            Admin admin = Admin.create(settings);
            settings.put("auto.offset.reset", "earliest");
            settings.put("enable.auto.commit", "false");
            settings.put("max.partition.fetch.bytes", FETCH_BYTES);
            return new Backlogs(
                    admin,
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                    clock);
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    /**
     * How far a job is.
     *
     * @param job its name
     * @param flow what it tells of its sources
     * @throws UserError when the cluster does not answer or lacks a topic
     */
    Found of(String job, Flow flow) {
        Map<String, List<String>> readers = ConsumerGroups.of(job);
        try {
            List<TopicPartition> partitions = offsets.partitions(readers.keySet());
            Map<TopicPartition, Long> reflected = reflected(partitions, readers);
            // The ends are later than this instant: when all of them are reflected, so is everything before it.
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Map<TopicPartition, Long> read = new HashMap<>();
            partitions.forEach(partition -> read.put(
                    partition,
                    flow.position(partition, readers.get(partition.topic()).size())));
            Backlog backlog = new Backlog(offsets.ends(partitions), reflected, read);
            return new Found(now, backlog.unread(), visibleUntil(backlog, now));
        } catch (KafkaException e) {
            throw failed(e);
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
    private Map<TopicPartition, Long> reflected(List<TopicPartition> partitions, Map<String, List<String>> readers) {
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        Map<TopicPartition, Long> reflected = new HashMap<>(offsets.beginnings(partitions));
        reflected.replaceAll((partition, beginning) -> {
            List<Long> all = new ArrayList<>();
            for (String group : readers.get(partition.topic())) {
                all.add(committed.computeIfAbsent(group, offsets::committed).getOrDefault(partition, 0L));
            }
            return Math.max(beginning, all.stream().min(Long::compare).orElse(0L));
        });
        return reflected;
    }

    /** A client that cannot be made says why in its cause. */
    private static UserError failed(KafkaException e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        return new UserError("Kafka does not say how far the job is: " + reason.getMessage(), e);
    }
}
