package io.deskpulse.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.Topic;
import io.deskpulse.ops.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final TopicPartition CHAT = new TopicPartition("deskpulse.chat.v1", 0);

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start(KafkaOptions.in(directory));
        createTopics();
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @Test
    void creatingTheTopicsAgainChangesNothing() throws Exception {
        createTopics();

        try (Admin admin = Admin.create(clientSettings())) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.load().all().stream().map(Topic::name).toList());
        }
    }

    @Test
    void keepsRecordsAndOffsetsThroughARestart() throws Exception {
        String before = kafka.bootstrapServers();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(CHAT.topic(), 0, bytes("s1/c1"), bytes("hello")))
                    .get();
        }
        try (Admin admin = Admin.create(clientSettings())) {
            admin.alterConsumerGroupOffsets("g", Map.of(CHAT, new OffsetAndMetadata(1)))
                    .all()
                    .get();
        }

        kafka.restart();

        assertThat(kafka.bootstrapServers()).isEqualTo(before);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(clientSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(CHAT));
            consumer.seekToBeginning(List.of(CHAT));
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(30));
            assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.value()).isEqualTo(bytes("hello"));
                assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
            });
        }
        try (Admin admin = Admin.create(clientSettings())) {
            assertThat(admin.listConsumerGroupOffsets("g")
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .containsEntry(CHAT, new OffsetAndMetadata(1));
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        KafkaOptions taken = KafkaOptions.onPort(directory.resolve("taken"), kafka.port());

        assertThatThrownBy(() -> EmbeddedKafka.start(taken))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Port " + kafka.port() + " is taken")
                .hasMessageContaining("--kafka-port");
    }

    private static void createTopics() {
        Topics.load().withPartitions(2).create(kafka.access());
    }

    private static Map<String, Object> clientSettings() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
