package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.wire.EventEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words that no lexicon has, and data of a person where feeds leave room for labels, are looked for in whatever the jobs write: tables,
 * the parts of tables, checkpoints and logs. Only the broker may have them, as they were sent there. Secrets of the stack are looked for
 * everywhere, in topics and in what Flink tells of itself, too.
 */
class CanariesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2026-10-01T02:00:00Z");
    private static final EventEncoder ENCODER = new EventEncoder();
    private static final String HASH_KEY = "canary of a hash key zqx";
    private static final List<String> TOLD_BY_FLINK =
            List.of("jobs/overview", "jobmanager/config", "jobmanager/environment", "config", "taskmanagers");
    private static final List<String> CANARIES =
            List.of("zqxquokka", "麒麟臂铠", "13800138000", "lily_zqx_1990", "raw-buyer-zqx", "张伟", "wo3de");

    @TempDir
    private Path directory;

    @Test
    void noWordOutsideTheLexiconIsFoundBehindTheSource() throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        environment.put("DESKPULSE_HASH_KEY", HASH_KEY);
        List<String> secrets = new ArrayList<>(List.of(HASH_KEY));
        try (Stack stack = Stack.start(
                StackOptions.of(environment).withRunDirectory(directory).withPartitions(1), Progress.silent())) {
            FlinkJob job = Jobs.start(stack, List.of("--events.disorder", "PT1M"));
            for (ClickHouseAccess user : List.of(
                    stack.clickHouse().admin(),
                    stack.clickHouse().writer(),
                    stack.clickHouse().reader())) {
                secrets.add(user.password());
            }
            try (KafkaProducer<byte[], byte[]> producer = producer(stack)) {
                send(producer, event("c1", 0, "VIP 13800138000", null, "zqxquokka 什么时候发货 麒麟臂铠 wo3de"));
                send(producer, event("c2", 60, "张伟", "13800138000", "where is my parcel zqxquokka, wx lily_zqx_1990"));
                send(producer, event("c3", 120, "金牌", "张伟", "zqxquokka 麒麟臂铠 wo3de"));
                send(producer, event("c4", 180, "L3", null, "尺码 13800138000 麒麟臂铠"));
            }
            ClickHouseHttp reader = new ClickHouseHttp(stack.clickHouse().reader(), "deskpulse");
            await().atMost(PATIENCE)
                    .pollInterval(500, TimeUnit.MILLISECONDS)
                    .untilAsserted(() -> assertThat(reader.query(
                                            "SELECT conversation_id, topic, buyer_tier FROM conversations ORDER BY conversation_id")
                                    .strip())
                            .isEqualTo("""
                                    c1	DISPATCH	VIP [phone]
                                    c2	TRACKING	[name]
                                    c3	OTHER	金牌
                                    c4	SIZE	L3"""));
            for (String table : tables(reader)) {
                assertThat(reader.query("SELECT * FROM deskpulse." + table + " FORMAT JSONEachRow"))
                        .as(table)
                        .doesNotContain(CANARIES)
                        .doesNotContain(secrets);
            }
            assertThat(job.checkpoint()).isTrue();
            toldByFlink(stack, job)
                    .forEach((path, told) ->
                            assertThat(told).as(path).isNotEmpty().doesNotContain(secrets));
        }
        files(file -> !file.startsWith(directory.resolve("kafka"))).forEach(file -> hasNone(file, CANARIES));
        files(file -> !file.equals(directory.resolve("clickhouse/passwords.properties")))
                .forEach(file -> hasNone(file, secrets));
    }

    private static Map<String, String> toldByFlink(Stack stack, FlinkJob job) throws Exception {
        List<String> paths = new ArrayList<>(TOLD_BY_FLINK);
        paths.addAll(List.of("jobs/" + job.id(), "jobs/" + job.id() + "/config", "jobs/" + job.id() + "/plan"));
        Map<String, String> told = new HashMap<>();
        for (String path : paths) {
            URI address = stack.flink().web().resolve("/" + path);
            told.put(
                    path,
                    HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        }
        return told;
    }

    private static List<String> tables(ClickHouseHttp reader) throws IOException {
        List<String> tables = reader.query(
                        "SELECT name FROM system.tables WHERE database = 'deskpulse' AND engine LIKE '%MergeTree'")
                .lines()
                .toList();
        assertThat(tables).contains("conversation_days").hasSizeGreaterThan(20);
        return tables;
    }

    private List<Path> files(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> found = files.filter(Files::isRegularFile).filter(wanted).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    /** Byte by byte, as state and logs are no text of one encoding. */
    private static void hasNone(Path file, List<String> canaries) {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String canary : canaries) {
                String written = new String(canary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(written)).as("%s in %s", canary, file).isFalse();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Stack stack) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, ChatEvent event) {
        byte[] key = "s1/key".getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(EventStream.CHAT.topic(), key, ENCODER.encode(event)));
        producer.flush();
    }

    private static ChatEvent event(String conversation, int second, String tier, String topic, String text) {
        return ChatEvent.newBuilder()
                .setEventId("e-" + conversation)
                .setEventTime(START.plusSeconds(second))
                .setShopId("s1")
                .setConversationId(conversation)
                .setBuyerId("raw-buyer-zqx-" + conversation)
                .setChannel(Channel.CHAT)
                .setBuyerTier(tier)
                .setBody(MessageSent.newBuilder()
                        .setSender(Sender.BUYER)
                        .setText(text)
                        .setTopic(topic)
                        .build())
                .build();
    }
}
