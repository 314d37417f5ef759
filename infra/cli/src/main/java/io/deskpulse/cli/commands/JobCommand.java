package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.CronTimes;
import io.deskpulse.cli.arguments.FlinkArguments;
import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.submit.Checkpoints;
import io.deskpulse.ops.submit.FlinkRest;
import io.deskpulse.ops.submit.JobJar;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse job}. */
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        header = "Start a job on a Flink cluster that runs already.",
        description = {
            "",
            "Uploads the jobs' jar and runs one of them; prints the id of the job on standard output. Settings of the job follow after --. "
                    + "Secrets are no settings: the cluster's JobManager needs CLICKHOUSE_PASSWORD and DESKPULSE_HASH_KEY in its "
                    + "environment. Use infra/flink/config.yaml as the cluster's configuration.",
            "",
            "For a Kafka with TLS or SASL give the job --kafka.properties FILE, a path that the JobManager can read, or set variables "
                    + "such as KAFKA_SASL_JAAS_CONFIG there. Trust and key stores that it names must lie there and on every TaskManager.",
            ""
        },
        parameterListHeading = "%nSettings:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the cluster took the job", "1:it did not; the message says why", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse job --flink-url http://jobmanager:8081 -- --kafka.bootstrap-servers kafka:9092 "
                    + "--clickhouse.url http://clickhouse:8123",
            "  deskpulse job --job conversion --flink-url http://jobmanager:8081 --from-savepoint s3://bucket/savepoint-1 -- …",
            "  deskpulse job --job conversion --flink-url http://jobmanager:8081 --stop --savepoints s3://bucket/savepoints",
            "  deskpulse job --job staffing --flink-url http://jobmanager:8081 --cron \"10 2 * * *\"",
            "  deskpulse job --job resolution --flink-url http://jobmanager:8081 --checkpoints /checkpoints   # as often as you like"
        })
final class JobCommand implements Callable<Integer> {
    @Mixin
    private FlinkArguments cluster;

    @Option(
            names = "--job",
            paramLabel = "NAME",
            defaultValue = "response-time",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--from-savepoint",
            paramLabel = "PATH",
            description = "Start from this savepoint or retained checkpoint.")
    private String savepoint;

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR",
            description =
                    "Keep the job running: its checkpoints go to DIR/NAME, it starts from the newest one there, and a job of "
                            + "that name that runs already is left alone. The cluster and this command must see DIR under the same path.")
    private Path checkpoints;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Parallel tasks of the job (default: as the cluster's settings say).")
    private Integer parallelism;

    @Option(
            names = "--stop",
            description =
                    "Stop the running job of that name with a savepoint and print its path, to start from it with another jar or "
                            + "parallelism.")
    private boolean stops;

    @Option(
            names = "--savepoints",
            paramLabel = "DIR",
            description = "With --stop: where the savepoint goes (default: as the cluster's settings say).")
    private String savepoints;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "Jar of the job (default: the one that this build made).")
    private Path jar;

    @Option(
            names = "--cron",
            paramLabel = "MINUTE HOUR * * *",
            description =
                    "Start a job that ends with its input again and again at these times of this machine's clock, until stopped; "
                            + "a run that cannot be started is told, and the next one is tried.")
    private String cron;

    @Parameters(paramLabel = "SETTING", arity = "0..*", description = "Passed on to the job as they are: --key value …")
    private List<String> settings = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String entryClass = JobCatalogue.job(name)
                .orElseThrow(() -> new UserError(
                        "--job must be one of " + String.join(", ", JobCatalogue.names()) + ", got " + name + "."))
                .getClass()
                .getName();
        if (parallelism != null && parallelism < 1) {
            throw new UserError("--parallelism must be at least 1, got " + parallelism + ".");
        }
        if (stops) {
            return stop(new FlinkRest(cluster.url()));
        }
        Path file = jar == null ? builtJar() : jar;
        if (!Files.isRegularFile(file)) {
            throw new UserError("There is no file " + file + ".");
        }
        FlinkRest flink = new FlinkRest(cluster.url());
        Terminal terminal = Terminal.standardError();
        KafkaArguments.checkFileOf(settings, terminal);
        if (cron != null) {
            return repeat(CronTimes.parse(cron), flink, file, entryClass, terminal);
        }
        Optional<String> running = checkpoints == null ? Optional.empty() : flink.running(name);
        if (running.isPresent()) {
            terminal.step("The job " + name + " runs already.");
        }
        String job = running.orElseGet(() -> start(flink, file, entryClass, terminal));
        spec.commandLine().getOut().println(job);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int stop(FlinkRest flink) {
        String running = flink.running(name).orElseThrow(() -> new UserError("No job " + name + " is running."));
        spec.commandLine().getOut().println(flink.stop(running, savepoints));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int repeat(CronTimes times, FlinkRest flink, Path file, String entryClass, Terminal terminal) {
        InstantSource clock = InstantSource.system();
        while (true) {
            ZonedDateTime next = times.after(clock.instant().atZone(ZoneId.systemDefault()));
            terminal.step("The next run of " + name + " is at " + next.toOffsetDateTime() + ".");
            try {
                Thread.sleep(Math.max(0, Duration.between(clock.instant(), next).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
            try {
                terminal.step("Started " + start(flink, file, entryClass, terminal) + ".");
            } catch (UserError e) {
                terminal.step(e.getMessage());
            }
        }
    }

    private String start(FlinkRest flink, Path file, String entryClass, Terminal terminal) {
        terminal.step("Uploading " + file + " …");
        String jarId = flink.upload(file);
        Map<String, String> ofFlink = new HashMap<>();
        if (parallelism != null) {
            ofFlink.put("parallelism.default", parallelism.toString());
        }
        if (checkpoints == null) {
            return flink.run(jarId, entryClass, settings, savepoint, ofFlink);
        }
        Path own = checkpoints.resolve(name).toAbsolutePath();
        String from = savepoint == null ? Checkpoints.newest(own).orElse(null) : savepoint;
        terminal.step(from == null ? "Starting anew." : "Continuing from " + from);
        ofFlink.put("execution.checkpointing.dir", own.toUri().toString());
        return flink.run(jarId, entryClass, settings, from, ofFlink);
    }

    private static Path builtJar() {
        // The launcher knows where the project lies.
        Path root = Path.of(System.getProperty("deskpulse.root", "."));
        Path directory = JobJar.directory(root);
        if (!Files.isDirectory(directory)) {
            throw new UserError("The job is not built; run deskpulse from its checkout, or name the jar with --jar.");
        }
        return JobJar.built(root)
                .orElseThrow(() -> new UserError("There is no deskpulse-streaming-*-job.jar in " + directory
                        + "; build it with mvn package, or name the jar with --jar."));
    }

    /** What {@code --help} lists. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return JobCatalogue.names().iterator();
        }
    }
}
