package io.deskpulse.local.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.cli.Console;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.replay.KafkaReplay;
import io.deskpulse.ops.replay.ReplayOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a hotspot, from files of events through Kafka, the jobs and ClickHouse to the command that names it: a batch that
 * goes bad rings under its product, and its rows are the same bytes when the events are disordered and told again, and the jobs crash.
 */
class BadBatchIT {
    private static final List<String> VIEWS =
            List.of("hotspots", "hotspot_incidents", "hotspot_scores", "hotspot_days", "complaints");

    private static final Terminal TERMINAL = new Terminal(new PrintStream(new ByteArrayOutputStream(), true), false);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void aBadBatchRingsUnderItsProductAndWithTheSameBytesUnderFire() throws IOException {
        List<String> deliveries = BadBatch.deliveries(7);
        int middle = deliveries.size() / 2;
        try (Stack stack = start()) {
            FlinkJob job = Jobs.start(stack, List.of());
            send("first", deliveries.subList(0, middle), stack);
            await().atMost(PATIENCE).until(job::checkpoint);
            stack.flink().crashTaskManager();
            send("rest", deliveries.subList(middle, deliveries.size()), stack);
            decide(stack, job);

            assertRings(stack);
            assertListed(stack);
            for (String view : VIEWS) {
                assertThat(rows(stack, view, BadBatch.DISORDERED))
                        .as(view)
                        .isNotEmpty()
                        .isEqualTo(rows(stack, view, BadBatch.CALM));
            }
        }
    }

    private static void assertRings(Stack stack) throws IOException {
        assertThat(query(
                        stack,
                        "SELECT reason, dimension, value, observed >= " + BadBatch.BUYERS + " FROM hotspot_incidents"
                                + " WHERE state = 'OPEN' AND has(event_ids, (SELECT argMax(event_id, complained_at) FROM complaints"
                                + " WHERE shop_id = '" + BadBatch.CALM + "')) AND shop_id = '" + BadBatch.CALM + "'"))
                .isEqualTo("broken\tSKU\t" + BadBatch.SKU + "\t1");
    }

    private void assertListed(Stack stack) throws IOException {
        ClickHouseAccess access = stack.clickHouse().writer();
        Path password = Files.writeString(directory.resolve("password"), access.password());
        Console console = new Console();

        assertThat(console.run(
                        "hotspots",
                        "list",
                        "--shop=" + BadBatch.CALM,
                        "--days=36500",
                        "--url=" + access.url(),
                        "--user=" + access.user(),
                        "--password-file=" + password))
                .isZero();
        assertThat(console.out()).contains("SKU " + BadBatch.SKU);
    }

    /** Returns when the last tick of the batch is decided, and a checkpoint has seen to all that left with it. */
    private static void decide(Stack stack, FlinkJob job) {
        try (Reflection reflection = new Reflection(stack, job, Progress.silent())) {
            reflection.awaitAll(lag -> {});
            await().atMost(PATIENCE)
                    .until(() -> query(
                                    stack,
                                    "SELECT count() FROM (SELECT DISTINCT shop_id FROM hotspots WHERE updated_at >= '2026-03-26 12:00:00')")
                            .equals("2"));
            reflection.awaitAll(lag -> {});
        }
    }

    private static String rows(Stack stack, String view, String shop) throws IOException {
        // Short names are made of the shop as well.
        String others = switch (view) {
            case "hotspots" -> "shop_id, id, founded_id";
            case "hotspot_incidents" -> "shop_id, id";
            default -> "shop_id";
        };
        return query(
                stack,
                "SELECT * EXCEPT (" + others + ") FROM " + view + " WHERE shop_id = '" + shop + "' ORDER BY ALL");
    }

    private static String query(Stack stack, String sql) throws IOException {
        return new ClickHouseHttp(stack.clickHouse().reader(), ClickHouseAccess.DATABASE)
                .query(sql)
                .strip();
    }

    private void send(String name, List<String> lines, Stack stack) throws IOException {
        Path file = Files.write(directory.resolve(name + ".jsonl"), lines);
        new KafkaReplay(
                        new ReplayOptions(List.of(file), "max", false),
                        stack.kafka().access(),
                        TERMINAL)
                .run();
    }

    private Stack start() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        return Stack.start(StackOptions.of(environment).withRunDirectory(directory.resolve("run")), Progress.silent());
    }
}
