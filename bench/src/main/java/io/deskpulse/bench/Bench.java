package io.deskpulse.bench;

import io.deskpulse.bench.chaos.Chaos;
import io.deskpulse.bench.chaos.PlantedBugs;
import io.deskpulse.bench.dashboards.DashboardBudget;
import io.deskpulse.bench.forecast.ForecastBench;
import io.deskpulse.bench.growth.Growth;
import io.deskpulse.bench.growth.GrowthOptions;
import io.deskpulse.bench.hotspots.HotspotsBench;
import io.deskpulse.bench.hotspots.HotspotsInstead;
import io.deskpulse.bench.hotspots.SharedPool;
import io.deskpulse.bench.hotspots.peers.PeerDetectors;
import io.deskpulse.bench.hotspots.sim.Scenario;
import io.deskpulse.bench.imports.ImportsBench;
import io.deskpulse.bench.imports.IngestBench;
import io.deskpulse.bench.inserts.Inserts;
import io.deskpulse.bench.load.Mix;
import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.peers.Peer;
import io.deskpulse.bench.peers.Peers;
import io.deskpulse.bench.redaction.RedactionBench;
import io.deskpulse.bench.stack.BenchJobs;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.bench.stack.OwnProcess;
import io.deskpulse.bench.stack.Stage;
import io.deskpulse.bench.staffing.StaffingCommand;
import io.deskpulse.bench.topics.TopicsCommand;
import io.deskpulse.ops.Progress;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The benchmarks' command line; {@code bench/run} starts it. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        subcommands = {StaffingCommand.class, RedactionBench.class, ImportsBench.class, IngestBench.class},
        description =
                "Measures the jobs on a real broker, a real ClickHouse and a Flink mini-cluster. Results go to standard"
                        + " output, progress to standard error. Broker and ClickHouse run in processes of their own, so processor times are told"
                        + " apart.")
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
        CommandLine bench = new CommandLine(new Bench());
        bench.addSubcommand(new TopicsCommand()).addSubcommand(new IdleDemo());
        bench.addSubcommand(new Chaos()).addSubcommand(new PlantedBugs());
        System.exit(bench.setExecutionExceptionHandler(new BenchFailure()).execute(args));
    }

    @Override
    public void run() {
        throughput(4_000_000, 3, Mix.ALL, null, null, false);
        freshness(5_000, 60, 90);
        memory(10_000_000);
        state(1_000_000, null);
    }

    @Command(
            description =
                    "CPU of jobs, ClickHouse and broker and events per second of sources, decoders, timelines and whole jobs,"
                            + " one by one and all together; rows, inserts and parts of each table.")
    void throughput(
            @Option(names = "--events", defaultValue = "4000000", description = "events a run, of all streams together")
                    long events,
            @Option(names = "--runs", defaultValue = "3", description = "runs, of which the median is printed")
                    int runs,
            @Option(names = "--mix", defaultValue = "ALL", description = "the load: ${COMPLETION-CANDIDATES}") Mix mix,
            @Option(
                            names = "--jobs",
                            split = ",",
                            description = "only these: ${COMPLETION-CANDIDATES}",
                            completionCandidates = BenchJobs.Names.class,
                            converter = BenchJobs.ByName.class)
                    List<DeskpulseJob> jobs,
            @Option(names = "--stages", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
                    List<Stage> stages,
            @Option(names = "--together", description = "only all together, not job by job") boolean together) {
        List<DeskpulseJob> chosenJobs = jobs == null ? BenchJobs.ALL : jobs;
        List<Stage> chosenStages = stages == null ? List.of(Stage.values()) : stages;
        measure(stack -> new Throughput(stack, PROGRESS, together).run(chosenJobs, chosenStages, mix, events, runs));
    }

    @Command(description = "Time from sending an event until a query sees it, under a steady load.")
    void freshness(
            @Option(names = "--events-per-second", defaultValue = "5000", description = "the load") int eventsPerSecond,
            @Option(names = "--seconds", defaultValue = "60", description = "measured") int seconds,
            @Option(
                            names = "--warm-up-seconds",
                            defaultValue = "90",
                            description = "before that: all three processes compile at first")
                    int warmUpSeconds) {
        measure(stack -> new Freshness(stack, PROGRESS)
                .run(eventsPerSecond, Duration.ofSeconds(warmUpSeconds), Duration.ofSeconds(seconds)));
    }

    @Command(
            description =
                    "What an insert costs ClickHouse: with closed vocabularies as String, Enum8 and LowCardinality, and with the rows of two"
                            + " writers gathered by one, by nobody and by the server.")
    void inserts(
            @Option(
                            names = "--rows",
                            split = ",",
                            defaultValue = "1,500,4000",
                            description = "rows an insert (default ${DEFAULT-VALUE})")
                    List<Integer> rows,
            @Option(names = "--inserts", defaultValue = "100", description = "measured of each kind") int inserts) {
        measure(stack -> new Inserts(stack, PROGRESS).run(rows, inserts));
    }

    @Command(description = "Live heap of the response-time job over a long load.")
    void memory(@Option(names = "--events", defaultValue = "10000000", description = "events in all") long events) {
        measure(stack -> new Memory(stack, PROGRESS).run(events));
    }

    @Command(description = "Bytes that the jobs keep of a conversation, a ticket and a buyer.")
    void state(
            @Option(names = "--events", defaultValue = "1000000", description = "events a kind of key") long events,
            @Option(names = "--key", description = "only this: ${COMPLETION-CANDIDATES}") StateSize.Kept key) {
        if (key != null) {
            measure(stack -> new StateSize(stack, PROGRESS).run(key, events));
            return;
        }
        StateSize.printHead();
        for (StateSize.Kept each : StateSize.Kept.values()) {
            // What a job kept stays on the heap for a while after it has ended.
            OwnProcess.run(
                    Bench.class,
                    List.of(),
                    List.of(
                            "--parallelism",
                            Integer.toString(parallelism),
                            "--state-backend",
                            stateBackend,
                            "state",
                            "--events",
                            Long.toString(events),
                            "--key",
                            each.name()));
        }
    }

    @Command(
            description =
                    "The same question over the same topic, answered by Deskpulse, Flink SQL, Kafka Streams and a plain loop, each in a"
                            + " process of its own.")
    void peers(
            @Option(names = "--events", defaultValue = "2000000", description = "chat events") long events,
            @Option(names = "--runs", defaultValue = "3", description = "runs, of which the median is printed")
                    int runs,
            @Option(names = "--peers", split = ",", description = "only these, and the loop: ${COMPLETION-CANDIDATES}")
                    List<Peer> peers) {
        besideMachine(() -> new Peers(PROGRESS).run(peers == null ? List.of(Peer.values()) : peers, events, runs));
    }

    @Command(
            description =
                    "What the response-time job costs with many live conversations, a hot shop, more tasks and more load, and how long"
                            + " it takes to come back.")
    void growth(@Mixin GrowthOptions options) {
        besideMachine(() -> new Growth(PROGRESS, options).run());
    }

    @Command(description = "How long every query of every dashboard takes for one shop and seven days.")
    void dashboards(
            @Option(names = "--rounds", defaultValue = "100000000", description = "rounds of 200 shops in 30 days")
                    long rounds,
            @Option(names = "--runs", defaultValue = "20", description = "runs of each query") int runs,
            @Option(
                            names = "--data",
                            description =
                                    "directory that keeps the filled tables for the next time; by then it decides")
                    Path data) {
        besideMachine(() -> new DashboardBudget(PROGRESS).run(rounds, runs, data));
    }

    @Command(
            description =
                    "How good forecasts are: a bank's real calls by protocol BC-6W, made-up shops with known truth by EC-1. Needs"
                            + " neither broker nor database.")
    void forecast(
            @Option(
                            names = "--data",
                            defaultValue = "${env:DESKPULSE_SHARED_DATA:-shared-data}",
                            description = "folder of public data (default: DESKPULSE_SHARED_DATA)")
                    Path data,
            @Option(
                            names = "--seeds",
                            split = ",",
                            defaultValue = "1",
                            description = "worlds of made-up shops, minutes each (default ${DEFAULT-VALUE})")
                    List<Long> seeds) {
        new ForecastBench(PROGRESS).run(data, seeds);
    }

    @Command(
            name = "hotspot-pool",
            description =
                    "The file of what new shops begin with, learned by made-up shops in which nothing is wrong. Needs neither broker nor"
                            + " database.")
    void hotspotPool(
            @Option(
                            names = "--seed",
                            defaultValue = "1001",
                            description = "world of made-up shops (default ${DEFAULT-VALUE})")
                    long seed,
            @Option(names = "--shops", defaultValue = "100", description = "shops (default ${DEFAULT-VALUE})")
                    int shops) {
        new SharedPool(PROGRESS).print(seed, shops);
    }

    @Command(
            description =
                    "How well complaint hotspots are found: made-up shops with known truth by HS-1, beside other detectors. Needs"
                            + " neither broker nor database.")
    void hotspots(
            @Option(
                            names = {"--seeds", "--seed"},
                            split = ",",
                            defaultValue = "1",
                            description = "worlds of made-up shops (default ${DEFAULT-VALUE})")
                    List<Long> seeds,
            @Option(
                            names = "--shops",
                            defaultValue = "200",
                            description = "shops of each seed and scenario (default ${DEFAULT-VALUE})")
                    int shops,
            @Option(names = "--first-shop", defaultValue = "0", description = "number of the first") int firstShop,
            @Option(
                            names = "--scenarios",
                            split = ",",
                            defaultValue = "CALM,PROMO,BURST,DRIFT",
                            description = "of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
                    List<Scenario> scenarios,
            @Option(
                            names = "--methods",
                            split = ",",
                            description = "detectors beside ours; ALL, NONE, or names (default mean+2s)")
                    List<String> methods,
            @Mixin HotspotsInstead instead) {
        if (!instead.run(PROGRESS)) {
            new HotspotsBench(PROGRESS).run(seeds, firstShop, shops, scenarios, PeerDetectors.named(methods));
        }
    }

    private interface Measurement {
        void on(BenchStack stack) throws Exception;
    }

    private interface Work {
        void run() throws Exception;
    }

    private void measure(Measurement measurement) {
        besideMachine(() -> {
            try (BenchStack stack = new BenchStack(PROGRESS, stateBackend, parallelism)) {
                measurement.on(stack);
            }
        });
    }

    /** What the machine was doing stands before and after every result: nobody else can tell how far to trust it. */
    private static void besideMachine(Work work) {
        System.out.println("before: " + Machine.line());
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        System.out.println("after: " + Machine.line());
    }
}
