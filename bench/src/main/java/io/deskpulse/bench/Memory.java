package io.deskpulse.bench;

import io.deskpulse.local.Progress;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.streaming.responsetime.ResponseTimeConfig;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Whether the job's heap stays flat: live bytes after a full collection, tenth by tenth of a long load over many days of event time. */
final class Memory {
    private static final String TOPIC = "bench.memory";
    private static final int OPEN_CONVERSATIONS = 5_000;
    private static final Duration SPAN = Duration.ofDays(60);
    private static final int STEPS = 10;

    private final BenchStack stack;
    private final Progress progress;

    Memory(BenchStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Sends a tenth at a time, lets the job finish it, and prints the live heap to standard output. */
    void run(long events) {
        stack.createTopic(TOPIC, 2);
        ResponseTimeConfig config = stack.config(TOPIC, "bench-memory");
        StreamExecutionEnvironment env = stack.flink().environment();
        Stage.JOB.build(env, config);
        FlinkJob job = stack.flink().submit(env, "memory");
        long startMillis = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
        ChatLoad load = new ChatLoad(3, OPEN_CONVERSATIONS, startMillis, SPAN.toMillis(), events);
        System.out.printf(
                "%,d events, %,d conversations, %d days of event time; live heap after each tenth, with broker and ClickHouse elsewhere:%n",
                events, events / ChatLoad.EVENTS_EACH, SPAN.toDays());
        try (Loader loader = new Loader(stack.bootstrapServers(), TOPIC, 20)) {
            for (int step = 1; step <= STEPS; step++) {
                progress.step("  step " + step + " of " + STEPS + " …");
                for (long i = 0; i < events / STEPS; i++) {
                    loader.send(load.next());
                }
                Committed.await(job, stack.admin(), config.chat(), step * (events / STEPS));
                System.out.printf("  day %2d  %,6d MiB%n", SPAN.toDays() * step / STEPS, Usage.liveHeapBytes() >> 20);
            }
        }
        job.cancel();
    }
}
