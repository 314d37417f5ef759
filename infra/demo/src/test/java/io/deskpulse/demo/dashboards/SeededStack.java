package io.deskpulse.demo.dashboards;

import io.deskpulse.demo.DemoDays;
import io.deskpulse.demo.DemoOptions;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.readers.ReaderFile;
import io.deskpulse.ops.readers.ReaderRights;
import io.deskpulse.ops.readers.UsersXml;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A week of the demo's four shops, in which the agent of the tests answers the telephone once, a day of the shop {@code known} and of
 * three that are abroad, whose events fit on a page, as the jobs wrote them.
 * What jobs write about themselves and about bad events follows the wall clock, so rows of that are put in by hand.
 */
final class SeededStack {
    /** A Saturday, nine in the evening in Shanghai: what the dashboards take for the present. */
    static final Instant END = Instant.parse("2026-10-24T13:00:00Z");

    static final Duration LENGTH = Duration.ofDays(7);

    /** From midnight in Shanghai on: all there is of the known shop. */
    static final Duration KNOWN_DAY = Duration.ofHours(21);

    static final String KNOWN_SHOP = "known";
    static final String DEMO_SHOP = "yunshe-apparel";
    static final String READERS_SHOP = "guozi-snacks";
    static final String DEMO_AGENT = "yunshe-apparel:阿宁";

    private static final String READER = "of_one_shop";
    private static final String READERS_PASSWORD = "a password for tests";
    private static final Path RESOURCES = Path.of("src", "test", "resources", "dashboards");
    private static final Path DEMO_SHOPS = Path.of("src", "main", "resources", "io", "deskpulse", "demo", "shops.yaml");
    private static final double SCALE = 0.25;

    private static SeededStack shared;

    private final Stack stack;
    private final FlinkJob jobs;

    private SeededStack(Stack stack, FlinkJob jobs) {
        this.stack = stack;
        this.jobs = jobs;
    }

    /** The one that all tests of this process read, started by the first of them and stopped with the process. */
    static synchronized SeededStack shared() throws IOException {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** Returns when all rows are there. */
    private static SeededStack start() throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        Stack stack = Stack.start(StackOptions.of(environment), Progress.silent());
        try {
            addReader(stack);
            String settings = settings(stack).toString();
            SeededStack seeded = new SeededStack(
                    stack, Jobs.start(stack, List.of("--retention.at-rest", "forever", "--settings", settings)));
            seeded.send();
            seeded.insert();
            return seeded;
        } catch (IOException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** What the demo's shops are, and the foreign ones. */
    private static Path settings(Stack stack) throws IOException {
        String shops = Files.readString(DEMO_SHOPS) + Files.readString(RESOURCES.resolve("foreign-shops.yaml"));
        return Files.writeString(stack.runDirectory().path().resolve("shops.yaml"), shops);
    }

    /** Where it is, and the dashboards' user. */
    ClickHouseAccess access() {
        return stack.clickHouse().reader();
    }

    /** Who may do everything there. */
    ClickHouseAccess admin() {
        return stack.clickHouse().admin();
    }

    /** Queries as the dashboards' user. */
    ClickHouseHttp reader() {
        return new ClickHouseHttp(stack.clickHouse().reader(), "deskpulse");
    }

    /** The configuration of its ClickHouse. */
    Path clickHouseConfig() {
        return config(stack);
    }

    private static Path config(Stack stack) {
        return stack.runDirectory().path().resolve("clickhouse").resolve("config.xml");
    }

    /** A user who reads the rows of {@link #READERS_SHOP} alone. */
    ClickHouseAccess readerOfOneShop() {
        return new ClickHouseAccess(access().url(), READER, READERS_PASSWORD);
    }

    /** The server reads users when it starts, and what is put in by hand stays only while it does not merge. */
    private static void addReader(Stack stack) throws IOException {
        Path file = config(stack).resolveSibling("users.d").resolve("readers.xml");
        Files.createDirectories(file.getParent());
        String readers = """
                readers:
                  - {name: %s, shops: [%s], password: "${P}", quota: {queries: 0, execution_seconds: 0}}
                """.formatted(READER, READERS_SHOP);
        Files.writeString(
                file,
                UsersXml.of(
                        ReaderFile.parse(readers, Map.of("P", READERS_PASSWORD)).readers(), ReaderRights.bundled()));
        EmbeddedClickHouse server = stack.clickHouseServer().orElseThrow();
        server.kill();
        server.restart();
    }

    private void send() throws IOException {
        List<SpecificRecord> events = new ArrayList<>(
                DemoDays.play(DemoOptions.of(7, END.minus(LENGTH)).withScale(SCALE), LENGTH));
        JsonLinesReader lines = new JsonLinesReader();
        for (String file : List.of("known-shop.jsonl", "foreign-shops.jsonl", "hotline.jsonl")) {
            for (String line : Files.readAllLines(RESOURCES.resolve(file))) {
                events.add(((ParsedLine.Event) lines.read(1, line)).event());
            }
        }
        events.sort(Comparator.comparing(EventStream::eventTimeMillis));
        try (EventSender sender = new EventSender(stack.kafka().access())) {
            events.forEach(sender::send);
            sender.flush();
        }
        try (Reflection reflection = new Reflection(stack, jobs, Progress.silent())) {
            reflection.awaitAll(lag -> {});
        }
    }

    private void insert() throws IOException {
        ClickHouseHttp admin = new ClickHouseHttp(stack.clickHouse().admin(), "deskpulse");
        for (String file :
                List.of("operations.sql", "outages.sql", "hotspots.sql", "staffing.sql", "defects.sql", "topics.sql")) {
            for (String statement : Files.readString(RESOURCES.resolve(file)).split(";\n")) {
                if (!statement.isBlank()) {
                    admin.query(statement);
                }
            }
        }
    }
}
