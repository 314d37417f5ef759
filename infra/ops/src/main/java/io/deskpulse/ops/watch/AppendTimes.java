package io.deskpulse.ops.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/** When the broker took in messages, by its own stamp on them. */
final class AppendTimes {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;

    /**
     * Reads with a consumer that is in no group; never keeps what it reads.
     *
     * @param consumer stays the caller's
     */
    AppendTimes(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * The earliest time among messages, one a partition.
     *
     * @param offsets where the messages lie; the next one counts when one is gone; at least one
     * @return empty when not all were there soon enough, or a topic holds its senders' times
     */
    Optional<Instant> earliest(Map<TopicPartition, Long> offsets) {
        consumer.assign(offsets.keySet());
        // Those of the last time are still paused.
        consumer.resume(offsets.keySet());
        offsets.forEach(consumer::seek);
        Map<TopicPartition, Long> millis = new HashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (millis.size() < offsets.size() && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                if (message.timestampType() != TimestampType.LOG_APPEND_TIME) {
                    return Optional.empty();
                }
                TopicPartition partition = new TopicPartition(message.topic(), message.partition());
                millis.merge(partition, message.timestamp(), Math::min);
            }
            consumer.pause(millis.keySet());
        }
        return millis.size() < offsets.size()
                ? Optional.empty()
                : millis.values().stream().min(Long::compare).map(Instant::ofEpochMilli);
    }
}
