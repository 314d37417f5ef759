package io.deskpulse.local.imports;

import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.wire.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** All that lies in a topic, as key and id of each event. */
final class TopicContents {
    private TopicContents() {}

    /** {@code KEY ID} of every event, in the order of each partition. */
    static List<String> of(KafkaAccess access, EventStream stream) {
        List<String> contents = new ArrayList<>();
        EventDecoder decoder = new EventDecoder();
        try (KafkaConsumer<byte[], byte[]> consumer = access.consumer(1 << 20)) {
            List<TopicPartition> partitions = consumer.partitionsFor(stream.topic()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    contents.add(new String(record.key(), StandardCharsets.UTF_8) + " "
                            + EventStream.eventId(decoder.decode(stream, record.value())));
                }
            }
        } catch (RejectedEventException e) {
            throw new AssertionError("what was sent is an event", e);
        }
        return contents;
    }
}
