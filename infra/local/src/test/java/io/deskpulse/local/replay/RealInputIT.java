package io.deskpulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.replay.ReplayOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Public data through the whole stack against numbers computed independently of this project: support conversations on Twitter, an IT
 * desk's tickets, a marketplace's orders. Skips where the files are absent; their licences keep them out of the repository.
 */
class RealInputIT {
    private static final List<String> FILES =
            List.of("chat-twitter.jsonl.gz", "tickets-servicenow.jsonl.gz", "orders-olist.jsonl.gz");

    @TempDir
    private Path directory;

    @Test
    void theReferencesHold() throws IOException {
        List<Path> files = FILES.stream().map(RealInputIT::events).toList();
        assumeTrue(
                files.stream().allMatch(Files::isRegularFile),
                () -> files + " are absent; set DESKPULSE_SHARED_DATA to where events/ lies");

        try (Stack stack =
                Stack.start(StackOptions.of(System.getenv()).withRunDirectory(directory), Progress.silent())) {
            FlinkJob job = Jobs.start(stack, List.of("--retention.at-rest", "forever"));
            Terminal nowhere =
                    new Terminal(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false);
            new Replay(new ReplayOptions(files, "max", false), stack, job, nowhere).run();

            ClickHouseHttp views = new ClickHouseHttp(stack.clickHouse().reader(), "deskpulse");
            assertAnswer(views, "SELECT count() FROM rounds", "2275");
            assertAnswer(
                    views,
                    "SELECT count(), countIf(isNotNull(answered_at)), quantileExactInclusive(0.5)(wait_ms) FROM waits",
                    "2275\t2078\t765500");
            assertAnswer(
                    views,
                    "SELECT sum(numerator), sum(denominator) FROM scores WHERE rule_id = 'tb.resp3m'",
                    "81\t601");
            assertAnswer(
                    views,
                    "SELECT count(), countIf(isNotNull(last_resolved_at)), countIf(reopens > 0) FROM tickets",
                    "24918\t24918\t275");
            assertAnswer(
                    views,
                    "SELECT count(), sum(net_fen), countIf(last_guide = '' AND order_agent = '' AND pay_agent = '') FROM orders",
                    "19674\t313478896\t19674");
            assertAnswer(
                    views,
                    "SELECT countIf(difference != 0 OR net_difference != 0) FROM attribution_reconciliation",
                    "0");
            assertAnswer(views, "SELECT count() FROM rejected_events", "0");
            job.cancel();
        }
    }

    private static void assertAnswer(ClickHouseHttp views, String sql, String answer) throws IOException {
        assertThat(views.query(sql).strip()).as(sql).isEqualTo(answer);
    }

    private static Path events(String file) {
        String configured = System.getenv("DESKPULSE_SHARED_DATA");
        return Path.of(configured == null ? "../../../shared/data" : configured, "events", file);
    }
}
