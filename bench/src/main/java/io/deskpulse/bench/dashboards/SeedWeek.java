package io.deskpulse.bench.dashboards;

import io.deskpulse.demo.DemoEvents;
import io.deskpulse.demo.DemoOptions;
import io.deskpulse.demo.DemoSettings;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.Reflection;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.replay.EventSender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A week of the demo's four shops, turned into facts by the real jobs: what the copies are made from. So distributions, ties between
 * tables and open ends are those of the product, whatever tables it has.
 */
final class SeedWeek {
    static final int DAYS = 7;
    static final int SHOPS = 4;

    private static final long DEMO_SEED = 1;

    private SeedWeek() {}

    /** Writes the week that ends with {@code end} to ClickHouse in a run directory, and stops everything again. */
    static void write(Path directory, Instant end, Progress progress) {
        // A configured server is not ours to fill.
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("CLICKHOUSE_URL");
        DemoOptions demo = DemoOptions.of(DEMO_SEED, end.minus(Duration.ofDays(DAYS)));
        DemoEvents events = new DemoEvents(demo);
        StackOptions options = StackOptions.of(environment).withRunDirectory(directory);
        try (Stack stack = Stack.start(options, progress)) {
            FlinkJob job =
                    Jobs.start(stack, DemoSettings.forJobs(stack.runDirectory().path(), demo.zone()));
            try (EventSender sender = new EventSender(stack.kafka().access());
                    Reflection reflection = new Reflection(stack, job, progress)) {
                progress.step("Playing a week of the demo's shops …");
                while (!events.nextDueAt().isAfter(end)) {
                    sender.send(events.next());
                }
                sender.flush();
                reflection.awaitAll(
                        lag -> progress.step("  %,d of %,d events are facts".formatted(lag.reflected(), lag.sent())));
            }
            job.cancel();
        }
    }
}
