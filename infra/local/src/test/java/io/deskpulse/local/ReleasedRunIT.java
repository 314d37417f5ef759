package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Replay;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.kafka.ConsumerGroups;
import io.deskpulse.ops.kafka.TopicOffsets;
import io.deskpulse.ops.replay.KafkaReplay;
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.ops.replay.files.EventFiles;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.jobs.JobCatalogue;
import io.deskpulse.streaming.jobs.JobRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the released build 0.1 left behind goes on: a run directory with its topics, tables and checkpoint, and the savepoint of a job
 * of its own.
 *
 * <p>{@code run-0.1.zip} holds the directory, the events that 0.1 had read ({@code before.jsonl}: the first half of each conformance
 * case) and those that come after the upgrade. {@code response-time-0.1.zip} holds a savepoint of the response-time job alone, taken on that
 * directory when it had read all.
 */
class ReleasedRunIT {
    private static final List<String> IMPORT = List.of("--retention.at-rest", "forever");
    private static final List<String> TABLES = List.of(
            "conversation_days", "ticket_facts", "contact_facts", "order_facts", "order_trouble_facts", "buyer_days");

    /** Columns that rows of the release before have not, or only guess at, until a next event comes. */
    private static final String OF_LATER_EVENTS =
            "^(version|public_reply_seconds_sum|last_reply_at|stray_robot_messages|(rounds[.])?topic(_version|_cause|_sku_id)?"
                    + "|closed_day|parcels[.].*|day_ends_at|(contacts|parts)[.].*|begins|(messages|refund_requests)[.].*|products)$";

    /** Buyers in the archives are hashed with it. */
    private static final Map<String, String> ENVIRONMENT = environmentWithKey("18b6170c3631ff5f1a38cd23933921a5");

    private static final Terminal TERMINAL = new Terminal(new PrintStream(new ByteArrayOutputStream(), true), false);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path directory;

    private static Map<String, String> fresh;

    @BeforeAll
    static void readAllWithThisBuild() throws IOException {
        unpack("run-0.1.zip", directory);
        fresh = onStack(directory.resolve("fresh"), stack -> {
            FlinkJob job = Jobs.start(stack, IMPORT);
            replay(stack, job, directory.resolve("before.jsonl"));
            replay(stack, job, after());
            return tables(stack);
        });
    }

    @Test
    void aRunOfTheReleaseBeforeGoesOnAsIfItHadBeenThisOne() throws IOException {
        Path unpacked = directory.resolve("joint");
        unpack("run-0.1.zip", unpacked);
        Map<String, String> upgraded = onStack(unpacked.resolve("run"), stack -> {
            FlinkJob job = Jobs.start(stack, IMPORT);
            assertThat(committed(stack, ConsumerGroups.JOINT_JOB))
                    .as("where the sources of 0.1 were, one for each job")
                    .containsAllEntriesOf(committed(stack, "response-time"))
                    .containsAllEntriesOf(committed(stack, "conversion"))
                    .containsAllEntriesOf(committed(stack, "resolution"))
                    .isNotEmpty();
            replay(stack, job, after());
            return tables(stack);
        });

        assertThat(upgraded).isEqualTo(fresh);
        assertThat(fresh).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    /** In 0.1 the dead letters of all jobs became rows in this one. State that nobody claims still stops any other start. */
    @Test
    void aJobGoesOnWithoutTheDeadLettersThatAreNowAnotherJobs() throws IOException {
        Path unpacked = directory.resolve("single");
        unpack("run-0.1.zip", unpacked);
        unpack("response-time-0.1.zip", unpacked);
        String savepoint = unpacked.resolve("response-time").toString();

        onStack(unpacked.resolve("run"), stack -> {
            submit(stack, "response-time", stack.flink().environment(savepoint), IMPORT);
            submit(stack, "dead-letters", stack.flink().environment(), List.of());
            new KafkaReplay(options(after()), stack.kafka().access(), TERMINAL).run();
            sendRubbish(stack);

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(rows(stack, "conversation_days")).isEqualTo(fresh.get("conversation_days")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(query(
                                    stack,
                                    "SELECT count() FROM deskpulse.rejected_events" + " WHERE reason = 'UNDECODABLE'"))
                            .isEqualTo("1"));
            FlinkJob other = submit(stack, "conversion", stack.flink().environment(savepoint), IMPORT);
            await().atMost(PATIENCE).until(() -> other.status().isTerminalState());
            assertThat(other.failure().orElseThrow()).contains("Cannot map checkpoint/savepoint state");
            return null;
        });
    }

    private static FlinkJob submit(
            Stack stack, String job, StreamExecutionEnvironment environment, List<String> settings) {
        environment.setParallelism(1);
        JobRunner.add(environment, List.of(JobCatalogue.job(job).orElseThrow()), Jobs.settings(stack, settings));
        return stack.flink().submit(environment, job);
    }

    private static Map<TopicPartition, Long> committed(Stack stack, String group) {
        try (TopicOffsets offsets = new TopicOffsets(stack.kafka().access())) {
            return offsets.committed(group);
        }
    }

    private static void replay(Stack stack, FlinkJob job, Path events) {
        new Replay(options(events), stack, job, TERMINAL).run();
    }

    private static ReplayOptions options(Path events) {
        return new ReplayOptions(EventFiles.lookedAt(List.of(events), TERMINAL), "max", false);
    }

    private static void sendRubbish(Stack stack) {
        try (KafkaProducer<byte[], byte[]> producer = stack.kafka().access().producer(new Properties())) {
            producer.send(new ProducerRecord<>(EventStream.CHAT.topic(), new byte[] {1, 2, 3}));
        }
    }

    private static Path after() {
        return directory.resolve("after.jsonl");
    }

    private static Map<String, String> tables(Stack stack) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (String table : TABLES) {
            tables.put(table, rows(stack, table));
        }
        return tables;
    }

    private static String rows(Stack stack, String table) throws IOException {
        return query(
                stack, "SELECT * EXCEPT('" + OF_LATER_EVENTS + "') FROM deskpulse." + table + " FINAL ORDER BY ALL");
    }

    private static String query(Stack stack, String sql) throws IOException {
        return new ClickHouseHttp(stack.clickHouse().admin()).query(sql).strip();
    }

    /** What is done on a stack while it runs. */
    private interface Work<T> {
        T on(Stack stack) throws IOException;
    }

    private static <T> T onStack(Path run, Work<T> work) throws IOException {
        StackOptions options = StackOptions.of(ENVIRONMENT).withRunDirectory(run);
        try (Stack stack = Stack.start(options, Progress.silent())) {
            return work.on(stack);
        }
    }

    private static Map<String, String> environmentWithKey(String hashKey) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DESKPULSE_HASH_KEY", hashKey);
        return environment;
    }

    private static void unpack(String name, Path target) throws IOException {
        try (InputStream archive = ReleasedRunIT.class.getResourceAsStream("/released/" + name);
                ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }
}
