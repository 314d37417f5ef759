package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.cli.Console;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.kept.KeptTable;
import io.deskpulse.ops.kept.KeptTables;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A buyer through all jobs, forgotten in the tables; an event that comes later, forgotten again; and how the state forgets by itself. */
class ForgetIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BUYER = "buyer-to-forget";
    private static final Path RESOURCES = Path.of("src", "test", "resources", "forget");

    @TempDir
    static Path directory;

    private static Stack stack;
    private static FlinkJob job;
    private static String hash;

    private final Console console = new Console();

    @BeforeAll
    static void start() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        stack = Stack.start(
                StackOptions.of(environment)
                        .withRunDirectory(directory.resolve("run"))
                        .withPartitions(1),
                Progress.silent());
        job = Jobs.start(
                stack, List.of("--retention.at-rest", "P22D", "--retention.open", "P23D", "--events.disorder", "PT1M"));
        hash = new BuyerIdHash(stack.home().hashKey(environment)).of(BUYER);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void nothingOfTheBuyerIsLeft() throws IOException {
        send("buyer", BUYER);
        send("others", "2026-09-01T10:09:00+08:00", "a");
        String others = others();
        for (KeptTable table : KeptTables.bundled().tables()) {
            assertThat(!table.hasBuyers()
                            || admin("SELECT * FROM deskpulse." + table.name() + " FORMAT JSONEachRow")
                                    .contains(hash))
                    .as(table.name())
                    .isTrue();
        }
        assertThat(checkpoint()).as("the state remembers").isTrue();

        assertThat(run("forget", "--shop=s1", "--buyer=" + BUYER, "--dry-run")).isZero();
        assertThat(console.out()).containsPattern("order_facts +[1-9]").containsPattern("complaint_facts +[1-9]");
        assertThat(run(
                        "forget",
                        "--shop=s1",
                        "--buyer=" + BUYER,
                        "--kafka=" + stack.kafka().bootstrapServers()))
                .as(console.err())
                .isZero();
        assertThat(console.out())
                .contains("deskpulse.orders.v1: events are kept as they were sent, for 30 days")
                .contains("deskpulse.dead-letters.v1: events are kept as they were sent, for 90 days")
                .doesNotContain(BUYER, hash);
        nothingIsLeftInTables();
        assertThat(others()).as("rows of others").isEqualTo(others);

        send("later", BUYER);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                admin("SELECT count() > 0 FROM deskpulse.order_facts WHERE buyer_id = '" + hash + "'"))
                        .as("the job still remembers the buyer")
                        .isEqualTo("1"));
        assertThat(run("forget", "--again")).as(console.err()).isZero();
        nothingIsLeftInTables();

        // What others do ends the days for which a silent buyer is remembered.
        send("others", "2026-10-05T10:00:00+08:00", "b");
        send("others", "2026-10-28T10:00:00+08:00", "c");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(checkpoint()).as("the state remembers").isFalse());
        nothingIsLeftInTables();
        assertThat(run("forget", "--again", "--dry-run")).isZero();
        assertThat(console.out()).doesNotContainPattern("[a-z] +[1-9]");
    }

    @Test
    void whoIsMeantMustBeClear() {
        assertThat(run("forget", "--shop=s1")).isEqualTo(2);
        assertThat(console.err()).contains("Give --shop and --buyer, or --again alone.");
        assertThat(run("forget", "--shop=s1", "--buyer=b", "--again")).isEqualTo(2);
        assertThat(run("forget", "--shop=s1", "--buyer=nobody-of-that-name", "--dry-run"))
                .isZero();
        assertThat(console.out()).contains("Is DESKPULSE_HASH_KEY that of the jobs?");
    }

    private static void nothingIsLeftInTables() throws IOException {
        for (KeptTable table : KeptTables.bundled().tables()) {
            assertThat(table.name().equals("forgotten_buyers")
                            || !admin("SELECT * FROM deskpulse." + table.name() + " FORMAT JSONEachRow")
                                    .contains(hash))
                    .as(table.name())
                    .isTrue();
        }
    }

    private static String others() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String table : List.of("conversation_days", "order_facts", "ticket_facts", "buyer_days")) {
            rows.append(
                    admin("SELECT * FROM deskpulse." + table + " FINAL WHERE buyer_id != '" + hash + "' ORDER BY ALL"));
        }
        assertThat(rows).isNotEmpty();
        return rows.toString();
    }

    /** Whether the hash lies in the state of a checkpoint that is taken now. */
    private static boolean checkpoint() throws IOException {
        await().atMost(PATIENCE).until(job::checkpoint);
        String newest = stack.flink().latestCheckpoint().orElseThrow();
        Path checkpoint = newest.startsWith("file:") ? Path.of(URI.create(newest)) : Path.of(newest);
        try (Stream<Path> files = Files.walk(checkpoint)) {
            return files.filter(Files::isRegularFile).anyMatch(ForgetIT::tells);
        }
    }

    private static boolean tells(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the events of a file with words in their places, and returns when they are rows. */
    private static void send(String file, Object... words) throws IOException {
        String lines = Files.readString(RESOURCES.resolve(file + ".jsonl")).formatted(words);
        JsonLinesReader reader = new JsonLinesReader();
        try (EventSender sender = new EventSender(stack.kafka().access())) {
            for (String line : lines.lines().toList()) {
                sender.send(((ParsedLine.Event) reader.read(1, line)).event());
            }
            sender.flush();
        }
        try (Reflection reflection = new Reflection(stack, job, Progress.silent())) {
            reflection.awaitAll(lag -> {});
        }
    }

    private int run(String... command) {
        return console.run(ServerArguments.of(stack.clickHouse().admin(), directory, command));
    }

    private static String admin(String sql) throws IOException {
        return new ClickHouseHttp(stack.clickHouse().admin()).query(sql);
    }
}
