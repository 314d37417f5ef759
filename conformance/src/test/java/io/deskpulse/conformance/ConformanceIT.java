package io.deskpulse.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.articles.ArticleFile;
import io.deskpulse.ops.articles.ArticleStore;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.ClickHouseTime;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The conformance kit against this project: all cases go through one embedded stack at once, then each is looked up. */
class ConformanceIT {
    private static final List<ConformanceCase> CASES = ConformanceKit.cases(ConformanceKit.RUN);

    /** The last day of which repeated events make an alarm (33-ends-and-reopens). */
    private static final String LAST_ALARMS = "2026-10-27";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private static Path directory;

    private static Stack stack;
    private static ClickHouseHttp clickHouse;

    @BeforeAll
    static void replayAllCases() throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        StackOptions options = StackOptions.of(environment).withRunDirectory(directory.resolve("run"));
        stack = Stack.start(options, Progress.silent());
        clickHouse = new ClickHouseHttp(stack.clickHouse().admin());
        describeArticles();
        FlinkJob jobs = Jobs.start(stack, settings());
        send(events(ConformanceCase::history).sorted(Comparator.comparingLong(EventStream::eventTimeMillis)));
        awaitLastAlarm();
        send(events(ConformanceCase::lines));
        try (Reflection reflection = new Reflection(stack, jobs, Progress.silent())) {
            reflection.awaitAll(lag -> {});
        }
        Plans plans = new Plans(clickHouse, new ClickHouseSql(stack.clickHouse().admin()));
        for (ConformanceCase test : CASES) {
            plans.store(test);
            for (Said word : test.said()) {
                say(test.id(), word);
            }
        }
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        ViewReader views = new ViewReader(clickHouse, ConformanceKit.orders());
        return CASES.stream()
                .map(test -> DynamicTest.dynamicTest(
                        test.id() + ": " + test.title(), test.file().toUri(), () -> check(test, views)));
    }

    @Test
    void noEventIsRejected() throws IOException {
        assertThat(clickHouse.query("SELECT source_topic, reason, detail FROM deskpulse.rejected_events"))
                .isEmpty();
    }

    private static void check(ConformanceCase test, ViewReader views) throws IOException {
        List<String> differences = new ArrayList<>();
        for (Expectation expectation : test.expectations()) {
            List<JsonNode> found = views.rows(test.id(), expectation);
            String difference = RowComparison.differences(expectation, found);
            if (!difference.isEmpty()) {
                differences.add(difference);
            }
        }
        if (ConformanceKit.DEVIATIONS.containsKey(test.id())) {
            assertThat(differences)
                    .as("%s is met now: take it off the list of deviations", test.id())
                    .isNotEmpty();
        } else {
            assertThat(differences).as(test.definition() + "\n" + test.why()).isEmpty();
        }
    }

    /** The cases are history: some lie weeks behind others, and none may be forgotten meanwhile. */
    private static List<String> settings() throws IOException {
        String campaigns = CASES.stream()
                .filter(test -> !test.campaigns().isEmpty())
                .map(test -> "  %s: {campaigns: %s}\n".formatted(test.id(), test.campaigns()))
                .collect(Collectors.joining("", "shops:\n", ""));
        Path file = Files.writeString(directory.resolve("shops.yaml"), campaigns);
        String zones = CASES.stream()
                .filter(test -> test.timeZone() != null)
                .map(test -> test.id() + "=" + test.timeZone())
                .collect(Collectors.joining(","));
        return List.of("--retention.at-rest", "forever", "--shops.zones", zones, "--settings", file.toString());
    }

    private static void say(String shopId, Said word) throws IOException {
        clickHouse.query(
                "INSERT INTO deskpulse.defect_actions (shop_id, sku_id, attribute, acted_at, action, holds_from, owner, note, said_by)"
                        + " VALUES ("
                        + Stream.of(
                                        shopId,
                                        word.skuId(),
                                        word.attribute(),
                                        ClickHouseTime.text(word.at().toInstant()),
                                        word.action(),
                                        ClickHouseTime.text(word.since().toInstant()),
                                        word.owner(),
                                        word.note(),
                                        word.by())
                                .map(ClickHouseHttp::literal)
                                .collect(Collectors.joining(", "))
                        + ")");
    }

    private static void describeArticles() {
        ArticleStore articles =
                new ArticleStore(new ClickHouseSql(stack.clickHouse().admin()));
        for (ConformanceCase test : CASES) {
            if (!test.articles().isEmpty()) {
                String ofShop = test.articles().replace("{", "{\"shop\": \"" + test.id() + "\", ");
                ArticleFile file = ArticleFile.parse("articles: " + ofShop);
                assertThat(file.problems()).as(test.id()).isEmpty();
                articles.apply(file.articles());
            }
        }
    }

    private static void send(Stream<SpecificRecord> events) {
        try (EventSender sender = new EventSender(stack.kafka().access())) {
            events.forEach(sender::send);
            sender.flush();
        }
    }

    /** Once the last alarm of the history is there, the clock of events is past all that it tells: what is told then comes late. */
    private static void awaitLastAlarm() {
        await().atMost(PATIENCE)
                .until(
                        () -> clickHouse.query(
                                "SELECT count() FROM deskpulse.hotspots WHERE opened_at >= '" + LAST_ALARMS + "'"),
                        count -> !count.equals("0"));
    }

    private static Stream<SpecificRecord> events(Function<ConformanceCase, List<String>> lines) {
        JsonLinesReader reader = new JsonLinesReader();
        return CASES.stream()
                .flatMap(test -> lines.apply(test).stream())
                .map(line -> ((ParsedLine.Event) reader.read(1, line)).event());
    }
}
