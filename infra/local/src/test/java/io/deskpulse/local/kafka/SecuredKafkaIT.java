package io.deskpulse.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.cli.Console;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.flink.FlinkOptions;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.FreePorts;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.migrations.Migrator;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.rejections.DeadLettersJob;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every client of the product gets into a Kafka that speaks TLS and asks for a password, or says in one line why not. */
class SecuredKafkaIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Instant START = Instant.parse("2026-10-01T02:00:00Z");

    @TempDir
    static Path directory;

    private static SecuredKafka kafka;

    private final Console console = new Console();

    @BeforeAll
    static void startBroker() throws Exception {
        kafka = new SecuredKafka(directory);
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @Test
    void aJobAndTheCommandsGetIn() throws Exception {
        assertThat(withKafka(kafka.properties(), "topics")).as(console.err()).isZero();
        Path file = Files.writeString(directory.resolve("chat.jsonl"), said("c1", START) + "no event\n");
        assertThat(withKafka(kafka.properties(), "replay", file.toString()))
                .as(console.err())
                .isZero();
        send("garbage".getBytes());

        try (EmbeddedClickHouse server = clickHouse();
                EmbeddedFlink flink = EmbeddedFlink.start(FlinkOptions.in(directory.resolve("flink")))) {
            FlinkJob job = startJob(flink, server);
            ClickHouseHttp reader = new ClickHouseHttp(server.reader(), ClickHouseAccess.DATABASE);
            awaitAnswer(reader, "SELECT count() FROM rounds", "1");
            awaitAnswer(
                    reader,
                    "SELECT arraySort(groupArray((reason, source_topic))) FROM rejected_events",
                    "[('MALFORMED_LINE','file:chat.jsonl'),('UNDECODABLE','deskpulse.chat.v1')]");
            tellTooLate(reader);
            lettersAreListedAndSentAgain();
            watchReaches(flink, server, reader);
            assertThat(job.failure()).isEmpty();
            job.cancel();
        }
    }

    @Test
    void aWrongPasswordIsToldInOneLine() throws IOException {
        String why = "the brokers at " + kafka.secureServers()
                + " refuse the credentials (Authentication failed during authentication due to invalid credentials with SASL "
                + "mechanism SCRAM-SHA-512)\n";
        Path file = Files.writeString(directory.resolve("one.jsonl"), said("c1", START));

        assertThat(withKafka(kafka.wrongPassword(), "topics")).isEqualTo(1);
        assertThat(console.err()).isEqualTo("deskpulse: Kafka did not create the topic deskpulse.chat.v1: " + why);
        assertThat(withKafka(kafka.wrongPassword(), "replay", file.toString())).isEqualTo(1);
        assertThat(console.err()).isEqualTo("deskpulse: Cannot read the topics of Kafka: " + why);
        assertThat(withKafka(kafka.wrongPassword(), "dead-letters", "list")).isEqualTo(1);
        assertThat(console.err()).isEqualTo("deskpulse: Cannot read the dead letters: " + why);
    }

    @Test
    void aCertificateThatIsNotTrustedIsToldInOneLine() throws IOException {
        assertThat(withKafka(kafka.wrongAuthority(), "topics")).isEqualTo(1);
        assertThat(console.err())
                .startsWith(
                        "deskpulse: Kafka did not create the topic deskpulse.chat.v1: the certificate of the brokers at "
                                + kafka.secureServers()
                                + " is not trusted; name its authority in ssl.truststore.location (")
                .hasLineCount(1);
        assertThat(withKafka(kafka.wrongAuthority(), "dead-letters", "list")).isEqualTo(1);
        assertThat(console.err()).contains("is not trusted").hasLineCount(1);
    }

    @Test
    void aBrokerThatIsAwayIsToldInOneLineWithinSeconds() throws IOException {
        String nobody = "127.0.0.1:" + FreePorts.find(1).get(0);
        Path file = Files.writeString(directory.resolve("one.jsonl"), said("c1", START));
        long started = System.nanoTime();

        assertThat(console.run("replay", file.toString(), "--kafka", nobody)).isEqualTo(1);

        assertThat(console.err())
                .startsWith("deskpulse: Cannot read the topics of Kafka: the brokers at " + nobody
                        + " do not answer in PLAINTEXT (")
                .hasLineCount(1);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
    }

    private int withKafka(Path properties, String... command) {
        String[] arguments = Arrays.copyOf(command, command.length + 4);
        arguments[command.length] = "--kafka";
        arguments[command.length + 1] = kafka.secureServers();
        arguments[command.length + 2] = "--kafka-properties";
        arguments[command.length + 3] = properties.toString();
        return console.run(arguments);
    }

    private static EmbeddedClickHouse clickHouse() {
        EmbeddedClickHouse server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory.resolve("clickhouse")),
                Progress.silent());
        Migrator.bundled(server.admin(), Progress.silent()).migrate();
        return server;
    }

    private static FlinkJob startJob(EmbeddedFlink flink, EmbeddedClickHouse server) throws IOException {
        ClickHouseAccess writer = server.writer();
        String[] arguments = {
            "--kafka.bootstrap-servers", kafka.secureServers(),
            "--kafka.properties", kafka.properties().toString(),
            "--clickhouse.url", writer.jdbcUrl(),
            "--clickhouse.user", writer.user(),
            "--events.disorder", "PT1M"
        };
        Map<String, String> secrets =
                Map.of("CLICKHOUSE_PASSWORD", writer.password(), "DESKPULSE_HASH_KEY", "0123456789abcdef");
        StreamExecutionEnvironment environment = flink.environment();
        // One Flink job tells of bad events and writes what it was told, as on an embedded stack.
        List<DeskpulseJob> jobs = List.of(new ResponseTimeJob(), new DeadLettersJob());
        JobRunner.add(environment, jobs, new Settings(arguments, secrets));
        return flink.submit(environment, "response-time");
    }

    /** Moves the watermark on by ten days; then the job reads what belongs to the first day again, to refuse it as a whole. */
    private void tellTooLate(ClickHouseHttp reader) throws IOException {
        Path later = directory.resolve("later.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lines.append(said("later-" + i, START.plus(Duration.ofDays(10))));
        }
        assertThat(withKafka(
                        kafka.properties(),
                        "replay",
                        Files.writeString(later, lines).toString()))
                .isZero();
        int[] sent = {0};
        await().atMost(PATIENCE).pollInterval(1, TimeUnit.SECONDS).until(() -> {
            Path late = Files.writeString(directory.resolve("late.jsonl"), said("late-" + sent[0]++, START));
            assertThat(withKafka(kafka.properties(), "replay", late.toString())).isZero();
            return reader.query("SELECT count() > 0 FROM rejected_events WHERE reason = 'TOO_LATE'"
                            + " AND detail NOT LIKE '%no longer keeps%'")
                    .strip()
                    .equals("1");
        });
    }

    private void lettersAreListedAndSentAgain() throws IOException {
        assertThat(withKafka(kafka.properties(), "dead-letters", "list", "--reason", "UNDECODABLE"))
                .isZero();
        assertThat(console.out()).contains("\tdeskpulse.chat.v1[").hasLineCount(1);
        Path letters = directory.resolve("letters");
        assertThat(withKafka(kafka.properties(), "dead-letters", "export", "--to", letters.toString()))
                .isZero();
        assertThat(letters.resolve("index.jsonl")).content().contains("TOO_LATE");
        assertThat(withKafka(kafka.properties(), "dead-letters", "replay", "--reason", "UNDECODABLE"))
                .isZero();
        assertThat(console.err()).contains("1 letters sent, 0 not");
    }

    private void watchReaches(EmbeddedFlink flink, EmbeddedClickHouse server, ClickHouseHttp reader) throws Exception {
        Path password =
                Files.writeString(directory.resolve("password"), server.writer().password());
        Thread watch = new Thread(() -> withKafka(
                properties(),
                "watch",
                "--flink-url",
                flink.web().toString(),
                "--url",
                server.writer().url().toString(),
                "--user",
                server.writer().user(),
                "--password-file",
                password.toString(),
                "--every",
                "PT1S"));
        watch.start();
        awaitAnswer(reader, "SELECT countIf(lag_events = 0) > 0 FROM job_health WHERE job = 'response-time'", "1");
        watch.interrupt();
        watch.join(PATIENCE.toMillis());
    }

    private static Path properties() {
        try {
            return kafka.properties();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = kafka.plain().access().producer(new Properties())) {
            producer.send(new ProducerRecord<>(EventStream.CHAT.topic(), value));
        }
    }

    private static void awaitAnswer(ClickHouseHttp reader, String sql, String expected) {
        await().atMost(PATIENCE)
                .pollInterval(500, TimeUnit.MILLISECONDS)
                .untilAsserted(() -> assertThat(reader.query(sql).strip()).isEqualTo(expected));
    }

    private static String said(String conversation, Instant time) {
        return "{\"stream\":\"chat\",\"type\":\"MessageSent\",\"event_id\":\"e1\",\"event_time\":\"" + time
                + "\",\"shop_id\":\"s1\",\"conversation_id\":\"" + conversation
                + "\",\"buyer_id\":\"b1\",\"channel\":\"CHAT\",\"sender\":\"BUYER\"}\n";
    }
}
