package io.deskpulse.bench;

import io.deskpulse.local.DeskpulseHome;
import io.deskpulse.local.Progress;
import io.deskpulse.local.RunDirectory;
import io.deskpulse.local.clickhouse.ClickHouseAccess;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkOptions;
import io.deskpulse.local.kafka.Topic;
import io.deskpulse.local.kafka.Topics;
import io.deskpulse.local.migrations.Migrator;
import io.deskpulse.streaming.responsetime.ResponseTimeConfig;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Kafka and ClickHouse in processes of their own, Flink in this one. */
final class BenchStack implements AutoCloseable {
    private static final String HASH_KEY = "benchmarks need no secret";

    private final RunDirectory directory;
    private final BrokerProcess broker;
    private final EmbeddedClickHouse clickHouse;
    private final EmbeddedFlink flink;
    private final Admin admin;

    BenchStack(Progress progress, String stateBackend, int parallelism) throws IOException {
        DeskpulseHome home = DeskpulseHome.of(System.getenv());
        directory = RunDirectory.temporary(home, Instant.now());
        progress.step("Starting a broker, ClickHouse and Flink in " + directory.path() + " …");
        broker = BrokerProcess.start(directory.path().resolve("kafka"));
        clickHouse = EmbeddedClickHouse.start(
                ClickHouseOptions.in(home, directory.path().resolve("clickhouse")), progress);
        Migrator.bundled(clickHouse.admin(), Progress.silent()).migrate();
        flink = EmbeddedFlink.start(FlinkOptions.in(directory.path().resolve("flink"))
                .withSlots(parallelism)
                .withStateBackend(stateBackend));
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        Topics.load().create(admin);
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    EmbeddedFlink flink() {
        return flink;
    }

    Admin admin() {
        return admin;
    }

    ClickHouseAccess reader() {
        return clickHouse.reader();
    }

    /** A topic of chat events like the real one. */
    void createTopic(String name, int partitions) {
        new Topics(List.of(new Topic(name, partitions, Map.of("message.timestamp.type", "LogAppendTime"))))
                .create(admin);
    }

    /** Settings of the response-time job reading {@code topic} from its beginning as group {@code group}. */
    ResponseTimeConfig config(String topic, String group, String... settings) {
        ClickHouseAccess writer = clickHouse.writer();
        List<String> arguments = new ArrayList<>(List.of(
                "--kafka.bootstrap-servers", bootstrapServers(),
                "--kafka.chat-topic", topic,
                "--kafka.group", group,
                "--clickhouse.url", writer.jdbcUrl(),
                "--clickhouse.user", writer.user()));
        arguments.addAll(List.of(settings));
        return ResponseTimeConfig.from(
                arguments.toArray(String[]::new),
                Map.of("CLICKHOUSE_PASSWORD", writer.password(), "DESKPULSE_HASH_KEY", HASH_KEY));
    }

    @Override
    public void close() {
        admin.close();
        flink.close();
        clickHouse.close();
        broker.close();
        directory.close();
    }
}
