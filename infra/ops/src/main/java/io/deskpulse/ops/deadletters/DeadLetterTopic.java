package io.deskpulse.ops.deadletters;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** The dead-letter topic of a cluster, read from its beginning to its present end, without any consumer group. */
public final class DeadLetterTopic {
    private static final int FETCH_BYTES = 1 << 20;

    private final KafkaAccess access;

    /** The topic of a cluster; connects when it is read. */
    public DeadLetterTopic(KafkaAccess access) {
        this.access = access;
    }

    /**
     * Shows every letter, in order per partition.
     *
     * @throws UserError when the cluster is not reached or has no such topic
     */
    public void forEach(Consumer<StoredLetter> action) {
        try (KafkaConsumer<byte[], byte[]> consumer = access.consumer(FETCH_BYTES)) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                    if (message.offset() < ends.get(new TopicPartition(message.topic(), message.partition()))) {
                        action.accept(StoredLetter.of(message));
                    }
                }
            }
        } catch (OffsetOutOfRangeException e) {
            throw new UserError("Dead letters were deleted by retention while they were being read. Try again.", e);
        } catch (KafkaException e) {
            throw access.failed("Cannot read the dead letters", e);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        List<PartitionInfo> found = consumer.listTopics().get(Topics.DEAD_LETTERS);
        if (found == null) {
            throw new UserError("This Kafka has no topic " + Topics.DEAD_LETTERS + ".");
        }
        return found.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
