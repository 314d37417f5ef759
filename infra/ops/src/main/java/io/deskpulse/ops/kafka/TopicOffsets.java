package io.deskpulse.ops.kafka;

import io.deskpulse.ops.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Where topics begin and end, and how far consumer groups have committed.
 *
 * <p>Every method throws {@link UserError} when the cluster does not answer or has no such topic.
 */
public final class TopicOffsets implements AutoCloseable {
    private final KafkaAccess access;
    private final Admin admin;

    /** Asks a cluster. */
    public TopicOffsets(KafkaAccess access) {
        this.access = access;
        this.admin = access.admin();
    }

    /** All partitions of the topics. */
    public List<TopicPartition> partitions(Collection<String> topics) {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** Offset of the oldest message that is still there, or of the next one. */
    public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** Offset after the newest message. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** Offset after the last message that the group has committed; partitions without a commit are left out. */
    public Map<TopicPartition, Long> committed(String group) {
        // A partition whose commit has expired is there, without an offset.
        return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(commit -> commit.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, commit -> commit.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        return get(admin.listOffsets(
                                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }

    private <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw access.failed("Kafka does not say how far the job is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for Kafka.", e);
        }
    }
}
