package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.watch.JobWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deskpulse watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        header = "Write down in ClickHouse how the jobs on Flink clusters run, until Ctrl-C.",
        description = {
            "",
            "Asks Flink for state, restarts, checkpoints and rates of each Deskpulse job and Kafka for how far it has read, and inserts "
                    + "a row into job_samples each time; the view job_health shows them. Jobs are known by their names, and must read "
                    + "the default topics in the default consumer groups. An outage of Flink, Kafka or ClickHouse is reported, and "
                    + "the watch goes on. Embedded stacks watch themselves.",
            "",
            "The password comes from the environment variable CLICKHOUSE_PASSWORD or from --password-file, never from the command line. "
                    + "The user needs INSERT on deskpulse.job_samples.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"1:an address that cannot be one", "2:wrong usage", "130:stopped with Ctrl-C"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  CLICKHOUSE_PASSWORD=… deskpulse watch --flink-url http://jobmanager:8081 --kafka broker:9092 "
                    + "--url http://clickhouse:8123 --user deskpulse_writer"
        })
final class WatchCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "PT10S",
            description = "Time between two looks, ISO-8601 (default: ${DEFAULT-VALUE}).")
    private Duration every;

    @Option(
            names = "--flink-url",
            paramLabel = "URL",
            required = true,
            split = ",",
            description =
                    "REST address of the JobManager, http://HOST:8081; several where each job has a cluster of its own.")
    private List<String> clusters;

    @Mixin
    private KafkaArguments kafka;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new UserError("--every must be " + SHORTEST + " to " + LONGEST + ", got " + every + ".");
        }
        Terminal terminal = Terminal.standardError();
        // Each has its own: what hangs at one cluster must not make the others' samples rarer.
        List<JobWatch> watches = clusters.stream()
                .map(url -> new JobWatch(
                        url, kafka.access(System.getenv()), server.access(System.getenv()), every, terminal))
                .toList();
        terminal.step("Watching the jobs at " + String.join(", ", clusters) + ". Ctrl-C stops it.");
        watches.stream().skip(1).forEach(JobWatch::start);
        watches.get(0).run();
        return 0;
    }
}
