package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.cli.Console;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.UnderFire;
import io.deskpulse.local.cli.ServerArguments;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.kafka.ConsumerGroups;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.streaming.jobs.JobCatalogue;
import io.deskpulse.streaming.jobs.JobRunner;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup made while jobs write, restored to another server: with the savepoint of before the backup it becomes what the first server
 * became.
 */
class BackupIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NAME = "of-a-test";

    @TempDir
    private Path directory;

    private final Console console = new Console();

    @Test
    void aRestoredServerBecomesWhatTheFirstOneBecame() throws Exception {
        List<SpecificRecord> events = DemoDays.play(
                DemoOptions.of(11, Instant.parse("2026-10-20T00:00:00Z")).withScale(0.15), Duration.ofDays(1));
        int third = events.size() / 3;
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        try (Stack stack = Stack.start(
                StackOptions.of(environment)
                        .withRunDirectory(directory.resolve("run"))
                        .withPartitions(2),
                Progress.silent())) {
            FlinkJob first =
                    submit(stack, stack.clickHouse().writer(), stack.flink().environment());
            send(stack, events.subList(0, third));
            reflect(stack, first);
            String savepoint = first.stopWithSavepoint(directory.resolve("savepoints"));
            FlinkJob job =
                    submit(stack, stack.clickHouse().writer(), stack.flink().environment(savepoint));
            send(stack, events.subList(third, 2 * third));
            assertThat(run(stack.clickHouse().admin(), "backup", NAME))
                    .as(console.err())
                    .isZero();
            assertThat(console.out()).startsWith("Backed up to " + NAME + ". Continue the jobs from");
            send(stack, events.subList(2 * third, events.size()));
            reflect(stack, job);
            job.cancel();
            Map<String, String> tables = tables(stack.clickHouse().admin());
            assertThat(UnderFire.TABLES)
                    .allSatisfy(table -> assertThat(tables.get(table)).as(table).doesNotStartWith("0\t"));

            assertThat(run(stack.clickHouse().admin(), "backup", NAME)).isEqualTo(1);
            assertThat(console.err()).contains("BACKUP_ALREADY_EXISTS");
            assertThat(run(stack.clickHouse().admin(), "restore", NAME)).isEqualTo(1);
            assertThat(console.err()).contains("a backup is restored to a server that has none");
            restoreAndContinue(stack, savepoint, tables);
        }
    }

    private void restoreAndContinue(Stack stack, String savepoint, Map<String, String> tables) throws Exception {
        Path other = directory.resolve("other");
        copy(directory.resolve("run/clickhouse/backups"), other.resolve("backups"));
        try (EmbeddedClickHouse server =
                EmbeddedClickHouse.start(ClickHouseOptions.in(stack.home(), other), Progress.silent())) {
            assertThat(run(server.admin(), "restore", "no-such-backup")).isEqualTo(1);
            assertThat(console.err()).contains("BACKUP_NOT_FOUND");
            assertThat(run(server.admin(), "restore", NAME)).as(console.err()).isZero();
            assertThat(tables(server.admin())).as("as it was at the backup").isNotEqualTo(tables);

            FlinkJob job = submit(stack, server.writer(), stack.flink().environment(savepoint));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(tables(server.admin())).isEqualTo(tables));
            assertThat(run(server.admin(), "migrate")).as(console.err()).isZero();
            assertThat(new ClickHouseHttp(server.reader()).query("SELECT count() > 0 FROM deskpulse.table_parts"))
                    .isEqualTo("1");
            job.cancel();
        }
    }

    private static FlinkJob submit(Stack stack, ClickHouseAccess writer, StreamExecutionEnvironment environment) {
        Settings settings = new Settings(
                new String[] {
                    "--kafka.bootstrap-servers", stack.kafka().bootstrapServers(),
                    "--clickhouse.url", writer.jdbcUrl(),
                    "--clickhouse.user", writer.user(),
                    "--kafka.group", ConsumerGroups.JOINT_JOB,
                    "--retention.at-rest", "forever"
                },
                Map.of(
                        "CLICKHOUSE_PASSWORD",
                        writer.password(),
                        "DESKPULSE_HASH_KEY",
                        stack.home().hashKey(stack.options().environment())));
        JobRunner.add(environment, JobCatalogue.streaming(), settings);
        return stack.flink().submit(environment, ConsumerGroups.JOINT_JOB);
    }

    private static void send(Stack stack, List<? extends SpecificRecord> events) {
        try (EventSender sender = new EventSender(stack.kafka().access())) {
            events.forEach(sender::send);
            sender.flush();
        }
    }

    private static void reflect(Stack stack, FlinkJob job) {
        try (Reflection reflection = new Reflection(stack, job, Progress.silent())) {
            reflection.awaitAll(lag -> {});
        }
    }

    /** Rows and a checksum of all columns, versions included, of every table that keeps the last row of a key. */
    private static Map<String, String> tables(ClickHouseAccess admin) throws IOException {
        ClickHouseHttp http = new ClickHouseHttp(admin);
        Map<String, String> tables = new TreeMap<>();
        List<String> names = http.query(
                        "SELECT name FROM system.tables WHERE database = 'deskpulse' AND engine = 'ReplacingMergeTree'")
                .lines()
                .toList();
        for (String table : names) {
            tables.put(
                    table,
                    http.query(
                            "SELECT count(), sum(cityHash64(toString(tuple(*)))) FROM deskpulse." + table + " FINAL"));
        }
        return tables;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private int run(ClickHouseAccess server, String... command) {
        return console.run(ServerArguments.of(server, directory, command));
    }
}
