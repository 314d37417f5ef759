package io.deskpulse.bench.growth;

import java.util.List;
import picocli.CommandLine.Option;

/** What of growth is measured, and how much. */
public final class GrowthOptions {
    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "LIVE,HOT,TASKS,LOAD,RECOVERY",
            description = "only these: ${COMPLETION-CANDIDATES}")
    List<Part> parts;

    @Option(
            names = "--live",
            split = ",",
            defaultValue = "100000,1000000,4000000,10000000",
            description = "LIVE: conversations going on (default ${DEFAULT-VALUE})")
    List<Integer> live;

    @Option(
            names = "--backends",
            split = ",",
            defaultValue = "hashmap,rocksdb",
            description = "LIVE: where state lies (default ${DEFAULT-VALUE})")
    List<String> backends;

    @Option(
            names = "--tasks",
            split = ",",
            defaultValue = "1,2,4",
            description = "TASKS: tasks of the job (default ${DEFAULT-VALUE})")
    List<Integer> tasks;

    @Option(
            names = "--events",
            defaultValue = "1000000",
            description =
                    "LIVE, HOT, TASKS: events measured; LOAD: to find what the machine can take (default ${DEFAULT-VALUE})")
    long events;

    @Option(names = "--runs", defaultValue = "3", description = "HOT, TASKS: runs, of which the median is printed")
    int runs;

    @Option(
            names = "--times",
            split = ",",
            defaultValue = "0.25,0.5,1,2",
            description = "LOAD: times what the machine can take (default ${DEFAULT-VALUE})")
    List<Double> times;

    @Option(names = "--seconds", defaultValue = "30", description = "LOAD: measured (default ${DEFAULT-VALUE})")
    int seconds;

    @Option(
            names = "--conversations",
            defaultValue = "3000000",
            description =
                    "RECOVERY: live when the job is killed, with as many events or three million behind them (default ${DEFAULT-VALUE})")
    int conversations;

    @Option(
            names = "--recovery-backend",
            defaultValue = "hashmap",
            description = "RECOVERY: where state lies (default ${DEFAULT-VALUE})")
    String recoveryBackend;

    /** What grows. */
    enum Part {
        LIVE,
        HOT,
        TASKS,
        LOAD,
        RECOVERY
    }
}
