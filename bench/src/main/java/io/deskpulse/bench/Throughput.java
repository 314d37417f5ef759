package io.deskpulse.bench;

import io.deskpulse.local.Progress;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.streaming.responsetime.ResponseTimeConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What an event costs, stage by stage: the median of several runs over the same topic. */
final class Throughput {
    private static final String TOPIC = "bench.throughput";
    private static final String WARM_UP_TOPIC = "bench.warm-up";
    private static final int PARTITIONS = 2;
    private static final int OPEN_CONVERSATIONS = 20_000;
    private static final Duration SPAN = Duration.ofDays(14);
    private static final long START_MILLIS =
            Instant.parse("2026-10-01T00:00:00Z").toEpochMilli();

    private final BenchStack stack;
    private final Progress progress;
    private int group;

    Throughput(BenchStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Loads the topics, warms up, measures and prints a table to standard output. */
    void run(List<Stage> stages, long events, int runs) {
        long bytes = load(TOPIC, events);
        load(WARM_UP_TOPIC, Math.min(events, 500_000));
        System.out.printf(
                "%,d chat events of %d bytes, %,d conversations open at a time, %d partitions; medians of %d runs%n",
                events, bytes / events, OPEN_CONVERSATIONS, PARTITIONS, runs);
        System.out.printf("%-32s %12s %14s%n", "stage", "CPU µs/event", "events/s");
        for (Stage stage : stages) {
            measure(stage, WARM_UP_TOPIC, Math.min(events, 500_000));
            List<Usage> measured = new ArrayList<>();
            for (int run = 1; run <= runs; run++) {
                progress.step("  " + stage.label() + ", run " + run + " of " + runs + " …");
                measured.add(measure(stage, TOPIC, events));
            }
            System.out.printf(
                    "%-32s %12.2f %,14.0f%n",
                    stage.label(),
                    median(measured.stream()
                            .mapToDouble(u -> u.cpuMicrosPer(events))
                            .toArray()),
                    median(measured.stream()
                            .mapToDouble(u -> u.perSecond(events))
                            .toArray()));
        }
    }

    private long load(String topic, long events) {
        progress.step("Sending %,d events to %s …".formatted(events, topic));
        stack.createTopic(topic, PARTITIONS);
        ChatLoad load = new ChatLoad(1, OPEN_CONVERSATIONS, START_MILLIS, SPAN.toMillis(), events);
        try (Loader loader = new Loader(stack.bootstrapServers(), topic, 20)) {
            for (long i = 0; i < events; i++) {
                loader.send(load.next());
            }
            return loader.bytes();
        }
    }

    private Usage measure(Stage stage, String topic, long events) {
        ResponseTimeConfig config = stack.config(topic, "bench-" + group++);
        StreamExecutionEnvironment env = stack.flink().environment();
        stage.build(env, config);
        System.gc();
        Usage start = Usage.now();
        FlinkJob job = stack.flink().submit(env, stage.name());
        Committed.await(job, stack.admin(), config.chat(), events);
        Usage used = Usage.now().since(start);
        job.cancel();
        return used;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
