package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationRated;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.wire.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad messages become dead letters with their bytes and rows with their reason, and the good ones beside them count. */
class BadInputIT {
    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2026-10-01T02:00:00Z");
    private static final EventEncoder ENCODER = new EventEncoder();

    @TempDir
    private Path directory;

    @Test
    void badMessagesAreKeptAndNamedAndStopNothing() throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        try (Stack stack = Stack.start(
                        StackOptions.of(environment).withRunDirectory(directory).withPartitions(PARTITIONS),
                        Progress.silent());
                KafkaProducer<byte[], byte[]> producer = producer(stack)) {
            FlinkJob job = Jobs.start(stack, List.of("--events.disorder", "PT1M"));
            byte[] garbage = {1, 2, 3, 4};
            byte[] unknown = {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9};
            send(producer, EventStream.CHAT, garbage);
            send(producer, EventStream.CHAT, unknown);
            send(producer, EventStream.CHAT, null);
            send(producer, EventStream.TICKETS, garbage);
            send(producer, EventStream.ORDERS, garbage);
            send(producer, EventStream.CHAT, question("ahead", Instant.now().plusSeconds(7_200)));
            send(producer, EventStream.CHAT, ENCODER.encode(rated(9)));
            send(producer, EventStream.CHAT, question("room-\uFFFD", START));
            send(producer, EventStream.CHAT, question("seconds", Instant.ofEpochMilli(START.getEpochSecond())));
            send(producer, EventStream.CHAT, question("good", START));

            ClickHouseHttp reader = new ClickHouseHttp(stack.clickHouse().reader(), "deskpulse");
            awaitResult(reader, "SELECT count() FROM rejected_events", "9");
            assertThat(reader.query("SELECT source_topic, reason, count() FROM rejected_events"
                                    + " GROUP BY source_topic, reason ORDER BY source_topic, reason")
                            .strip())
                    .isEqualTo("""
                            deskpulse.chat.v1	IMPOSSIBLE_VALUE	3
                            deskpulse.chat.v1	IN_FUTURE	1
                            deskpulse.chat.v1	UNDECODABLE	2
                            deskpulse.chat.v1	UNKNOWN_SCHEMA	1
                            deskpulse.orders.v1	UNDECODABLE	1
                            deskpulse.tickets.v1	UNDECODABLE	1""");
            awaitResult(reader, "SELECT count() FROM rounds WHERE conversation_id = 'good'", "1");
            assertThat(letters(stack)).contains(garbage, unknown).containsNull();

            List<byte[]> late = tellTooLate(producer, reader);
            assertThat(letters(stack)).anyMatch(letter -> late.stream().anyMatch(sent -> Arrays.equals(sent, letter)));
            assertThat(job.status().isTerminalState()).isFalse();
            job.cancel();
        }
    }

    /** Moves the watermark of every partition on by ten days; then what belongs to the first day cannot be placed any more. */
    private static List<byte[]> tellTooLate(KafkaProducer<byte[], byte[]> producer, ClickHouseHttp reader) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            byte[] message = question("ten-days-on-" + partition, START.plus(Duration.ofDays(10)));
            producer.send(new ProducerRecord<>(EventStream.CHAT.topic(), partition, null, message));
        }
        List<byte[]> sent = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(1, TimeUnit.SECONDS).until(() -> {
            // Each is the first of its conversation: accepted while the watermark has not come round, refused from then
            // on.
            sent.add(question("late-" + sent.size(), START.plusSeconds(60)));
            send(producer, EventStream.CHAT, sent.get(sent.size() - 1));
            return reader.query("SELECT count() > 0 FROM rejected_events WHERE reason = 'TOO_LATE'")
                    .strip()
                    .equals("1");
        });
        return sent;
    }

    private static void awaitResult(ClickHouseHttp reader, String sql, String expected) {
        await().atMost(PATIENCE)
                .pollInterval(500, TimeUnit.MILLISECONDS)
                .untilAsserted(() -> assertThat(reader.query(sql).strip()).isEqualTo(expected));
    }

    private static List<byte[]> letters(Stack stack) {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafka().bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.DEAD_LETTERS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long left = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<byte[]> letters = new ArrayList<>();
            while (letters.size() < left) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofSeconds(1))) {
                    letters.add(letter.value());
                }
            }
            return letters;
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Stack stack) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, EventStream stream, byte[] message) {
        producer.send(new ProducerRecord<>(stream.topic(), "s1/key".getBytes(StandardCharsets.UTF_8), message));
        producer.flush();
    }

    private static byte[] question(String conversation, Instant time) {
        MessageSent body = new MessageSent(Sender.BUYER, null, "在吗", null, null);
        return ENCODER.encode(event(conversation, time, body));
    }

    private static ChatEvent rated(int score) {
        return event("rated", START, new ConversationRated(score, "INVITED"));
    }

    private static ChatEvent event(String conversation, Instant time, Object body) {
        return new ChatEvent("e-" + time.toEpochMilli(), time, "s1", conversation, "b1", Channel.CHAT, null, body);
    }
}
