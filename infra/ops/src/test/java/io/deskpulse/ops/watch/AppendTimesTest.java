package io.deskpulse.ops.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class AppendTimesTest {
    private static final TopicPartition CHAT = new TopicPartition("chat", 0);
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final AppendTimes times = new AppendTimes(consumer);

    @Test
    void findsTheEarliestOfTheFirstMessagesOfAllPartitions() {
        consumer.schedulePollTask(() -> {
            add(CHAT, 7, 2_000, TimestampType.LOG_APPEND_TIME);
            add(CHAT, 8, 1_000, TimestampType.LOG_APPEND_TIME);
        });
        consumer.schedulePollTask(() -> add(ORDERS, 3, 1_500, TimestampType.LOG_APPEND_TIME));

        Optional<Instant> earliest = times.earliest(Map.of(CHAT, 8L, ORDERS, 3L));

        assertThat(earliest).contains(Instant.ofEpochMilli(1_000));
    }

    @Test
    void looksAtTheSamePartitionAgain() {
        consumer.schedulePollTask(() -> add(CHAT, 7, 2_000, TimestampType.LOG_APPEND_TIME));
        times.earliest(Map.of(CHAT, 7L));
        consumer.schedulePollTask(() -> add(CHAT, 8, 3_000, TimestampType.LOG_APPEND_TIME));

        assertThat(times.earliest(Map.of(CHAT, 8L))).contains(Instant.ofEpochMilli(3_000));
    }

    @Test
    void doesNotTrustTheClocksOfSenders() {
        consumer.schedulePollTask(() -> add(CHAT, 7, 2_000, TimestampType.CREATE_TIME));

        assertThat(times.earliest(Map.of(CHAT, 7L))).isEmpty();
    }

    private void add(TopicPartition partition, long offset, long millis, TimestampType type) {
        consumer.addRecord(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                millis,
                type,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty()));
    }
}
