package io.deskpulse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The conformance kit against this project: all cases go through one embedded stack at once, then each is looked up. */
class ConformanceIT {
    private static final List<ConformanceCase> CASES = ConformanceKit.cases(ConformanceKit.RUN);

    @TempDir
    private static Path directory;

    private static Stack stack;
    private static ClickHouseHttp clickHouse;

    @BeforeAll
    static void replayAllCases() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        StackOptions options = StackOptions.of(environment).withRunDirectory(directory.resolve("run"));
        stack = Stack.start(options, Progress.silent());
        clickHouse = new ClickHouseHttp(stack.clickHouse().admin());
        FlinkJob jobs = Jobs.start(stack, settings());
        send();
        try (Reflection reflection = new Reflection(stack, jobs, Progress.silent())) {
            reflection.awaitAll(lag -> {});
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
    private static List<String> settings() {
        String zones = CASES.stream()
                .filter(test -> test.timeZone() != null)
                .map(test -> test.id() + "=" + test.timeZone())
                .collect(Collectors.joining(","));
        return List.of("--retention.at-rest", "forever", "--shops.zones", zones);
    }

    private static void send() {
        JsonLinesReader reader = new JsonLinesReader();
        try (EventSender sender = new EventSender(stack.kafka().access())) {
            for (ConformanceCase test : CASES) {
                for (String line : test.lines()) {
                    sender.send(((ParsedLine.Event) reader.read(1, line)).event());
                }
            }
            sender.flush();
        }
    }
}
