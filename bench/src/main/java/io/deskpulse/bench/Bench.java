package io.deskpulse.bench;

import io.deskpulse.local.Progress;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmarks' command line; {@code bench/run} starts it. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures the response-time job on a real broker, a real ClickHouse and a Flink mini-cluster. Results go to standard"
                        + " output, progress to standard error. Broker and ClickHouse run in processes of their own, so processor times are the"
                        + " job's alone.")
public final class Bench implements Runnable {
    private static final Progress PROGRESS = Progress.to(System.err);

    @Option(
            names = "--state-backend",
            defaultValue = "hashmap",
            description = "hashmap or rocksdb (default ${DEFAULT-VALUE})")
    private String stateBackend;

    @Option(names = "--parallelism", defaultValue = "2", description = "tasks of the job (default ${DEFAULT-VALUE})")
    private int parallelism;

    private Bench() {}

    /** Runs a benchmark; without a command, all of them. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public void run() {
        throughput(4_000_000, 3, null);
        freshness(5_000, 60);
        memory(10_000_000);
    }

    @Command(description = "CPU and events per second of the source, the decoder, the timelines and the whole job.")
    void throughput(
            @Option(names = "--events", defaultValue = "4000000", description = "events a run") long events,
            @Option(names = "--runs", defaultValue = "3", description = "runs, of which the median is printed") int runs,
            @Option(names = "--stages", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
                    List<Stage> stages) {
        List<Stage> chosen = stages == null ? List.of(Stage.values()) : stages;
        measure(stack -> new Throughput(stack, PROGRESS).run(chosen, events, runs));
    }

    @Command(description = "Time from sending an event until a query sees it, under a steady load.")
    void freshness(
            @Option(names = "--events-per-second", defaultValue = "5000", description = "the load") int eventsPerSecond,
            @Option(names = "--seconds", defaultValue = "60", description = "measured, after 20 s of warm-up")
                    int seconds) {
        measure(stack -> new Freshness(stack, PROGRESS)
                .run(eventsPerSecond, Duration.ofSeconds(20), Duration.ofSeconds(seconds)));
    }

    @Command(description = "Live heap of the job over a long load.")
    void memory(@Option(names = "--events", defaultValue = "10000000", description = "events in all") long events) {
        measure(stack -> new Memory(stack, PROGRESS).run(events));
    }

    private interface Measurement {
        void on(BenchStack stack) throws Exception;
    }

    private void measure(Measurement measurement) {
        try (BenchStack stack = new BenchStack(PROGRESS, stateBackend, parallelism)) {
            measurement.on(stack);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
