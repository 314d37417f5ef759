package io.deskpulse.local.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.Sender;
import io.deskpulse.imports.live.Live;
import io.deskpulse.imports.live.WebhookServer;
import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.compose.AlertRules;
import io.deskpulse.local.kafka.EmbeddedKafka;
import io.deskpulse.local.kafka.KafkaOptions;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.FreePorts;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.ops.migrations.Migrator;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.jobs.JobCatalogue;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Prometheus reads of jobs that work, and whether it is what the alerts ask for. What they ask of ClickHouse cannot be looked up
 * here: the embedded engine does not gather asynchronous metrics.
 */
class ScrapeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path directory;

    private static EmbeddedKafka kafka;
    private static EmbeddedClickHouse clickHouse;
    private static EmbeddedFlink flink;
    private static WebhookServer ingest;
    private static int metricsPort;

    @BeforeAll
    static void start() throws Exception {
        DeskpulseHome home = DeskpulseHome.of(System.getenv());
        kafka = EmbeddedKafka.start(KafkaOptions.onPort(directory.resolve("kafka"), 0));
        Topics.load().withPartitions(1).create(kafka.access());
        clickHouse = EmbeddedClickHouse.start(
                ClickHouseOptions.in(home, directory.resolve("clickhouse")), Progress.silent());
        Migrator.bundled(clickHouse.users().admin(), Progress.silent()).migrate();
        metricsPort = FreePorts.find(1).get(0);
        flink = EmbeddedFlink.start(
                FlinkOptions.in(directory.resolve("flink")).withSlots(1),
                Map.of(
                        "metrics.reporters", "positions,sinks,prometheus",
                        "metrics.reporter.prometheus.factory.class",
                                "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
                        "metrics.reporter.prometheus.port", String.valueOf(metricsPort)));
        StreamExecutionEnvironment environment = flink.environment();
        JobRunner.add(environment, JobCatalogue.streaming(), settings());
        flink.submit(environment, "all");
        ingest = new WebhookServer(
                new WebhookServer.Settings(new InetSocketAddress("127.0.0.1", 0), null, null, 100_000, 10, null),
                Live.groups(ImportOptions.of("chatwoot", List.of(), "s1", Instant.EPOCH)),
                events -> true);
        HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.port() + "/"))
                        .POST(HttpRequest.BodyPublishers.ofString("{"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        sendAnEventAndSomethingElse();
    }

    @AfterAll
    static void stop() throws Exception {
        try (AutoCloseable first = clickHouse;
                AutoCloseable second = kafka;
                AutoCloseable third = flink;
                AutoCloseable fourth = ingest) {
            assertThat(directory).exists();
        }
    }

    @Test
    void countersTellWhatBecameOfEachEventAndRow() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            String metrics = metrics();
            assertThat(value(metrics, "reason_refusedEvents", "reason=\"UNDECODABLE\""))
                    .isOne();
            assertThat(value(metrics, "reason_refusedEvents", "reason=\"IN_FUTURE\""))
                    .isZero();
            assertThat(value(metrics, "operator_numRecordsSend", "operator_name=\"ClickHouse_conversation_days"))
                    .isPositive();
            assertThat(value(metrics, "operator_inserts", "operator_name=\"ClickHouse_conversation_days"))
                    .isPositive();
            assertThat(value(metrics, "operator_unwrittenMillis", "operator_name=\"ClickHouse_conversation_days"))
                    .isZero();
            assertThat(value(metrics, "operator_pendingRecords", "")).isZero();
        });
        assertThat(metrics())
                .contains(
                        "_insertMillis{",
                        "_insertRetries{",
                        "_duplicateEvents{",
                        "_outOfOrderEvents{",
                        "_tooLateEvents{")
                .contains("_supersededDeliveries{", "jobmanager_job_lastCheckpointDuration{");
    }

    @Test
    void everyMetricThatAnAlertAsksForIsThere() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(metrics()).contains("_pendingRecords{"));
        String metrics = metrics();
        assertThat(AlertRules.metrics("flink_"))
                .hasSizeGreaterThan(6)
                .allSatisfy(metric -> assertThat(metrics).contains("\n" + metric + "{"));

        assertThat(AlertRules.metrics("deskpulse_"))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(get("http://127.0.0.1:" + ingest.port() + "/metrics"))
                        .contains("\n" + metric + "{"));
    }

    @Test
    void prometheusReadsThemAndUnderstandsTheRules() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus"))),
                "there is no prometheus on the PATH (Debian's package has one), so none reads the metrics");
        int port = FreePorts.find(1).get(0);
        Path settings = Files.writeString(directory.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [%s]
                scrape_configs:
                  - job_name: flink
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                  - job_name: ingest
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                """.formatted(
                        Path.of("..", "docker", "alerts.yaml").toRealPath(), metricsPort, ingest.port()));
        Process prometheus = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + directory.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        try {
            String api = "http://127.0.0.1:" + port + "/api/v1/";
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                for (String metric : AlertRules.metrics("flink_")) {
                    assertThat(result(api + "query?query=" + metric).path("result"))
                            .as(metric)
                            .isNotEmpty();
                }
                assertThat(result(api + "query?query=" + encoded("sum(up)"))
                                .findValue("value")
                                .get(1)
                                .asInt())
                        .isEqualTo(2);
            });
            await().atMost(PATIENCE).untilAsserted(() -> {
                List<String> health = result(api + "rules").findValuesAsText("health");
                assertThat(health).hasSize(AlertRules.read().size()).containsOnly("ok");
            });
        } finally {
            prometheus.destroy();
            prometheus.waitFor();
        }
    }

    private static Settings settings() {
        ClickHouseAccess writer = clickHouse.users().writer();
        return new Settings(
                new String[] {
                    "--kafka.bootstrap-servers", kafka.bootstrapServers(),
                    "--kafka.group", "scraped",
                    "--clickhouse.url", writer.jdbcUrl(),
                    "--clickhouse.user", writer.user()
                },
                Map.of("CLICKHOUSE_PASSWORD", writer.password(), "DESKPULSE_HASH_KEY", "a key of sixteen bytes"));
    }

    private static void sendAnEventAndSomethingElse() {
        Instant at = Instant.parse("2026-11-11T02:00:00Z");
        ChatEvent event = ChatEvent.newBuilder()
                .setEventId("e1")
                .setEventTime(at)
                .setShopId("s1")
                .setConversationId("c1")
                .setBuyerId("b1")
                .setChannel(Channel.CHAT)
                .setBody(MessageSent.newBuilder().setSender(Sender.BUYER).build())
                .build();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(EventStream.CHAT.topic(), new EventEncoder().encode(event)));
            producer.send(new ProducerRecord<>(EventStream.CHAT.topic(), "no event".getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String metrics() {
        return get("http://127.0.0.1:" + metricsPort + "/metrics");
    }

    /** The sum over the series of a metric that have a label; negative when there is none. */
    private static double value(String metrics, String name, String label) {
        List<Double> values = metrics.lines()
                .filter(line -> line.contains("_" + name + "{") && line.contains(label) && !line.startsWith("#"))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
        return values.isEmpty()
                ? -1
                : values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static JsonNode result(String url) throws IOException {
        return JSON.readTree(get(url)).path("data");
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static String get(String url) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(url, e);
        }
    }
}
