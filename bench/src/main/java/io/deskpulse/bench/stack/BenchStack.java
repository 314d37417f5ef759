package io.deskpulse.bench.stack;

import io.deskpulse.bench.measure.Processes;
import io.deskpulse.bench.measure.Written;
import io.deskpulse.local.RunDirectory;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.flink.FlinkOptions;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.kafka.Topic;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.ops.migrations.Migrator;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.kafka.KafkaCluster;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Kafka and ClickHouse in processes of their own, Flink in this one. */
public final class BenchStack implements AutoCloseable {
    private static final String HASH_KEY = "benchmarks need no secret";

    private final RunDirectory directory;
    private final BrokerProcess broker;
    private final EmbeddedClickHouse clickHouse;
    private final EmbeddedFlink flink;
    private final KafkaAccess kafka;
    private int groups;

    /** Starts all three; {@code parallelism} is of the tasks and of the jobs. */
    public BenchStack(Progress progress, String stateBackend, int parallelism) throws IOException {
        DeskpulseHome home = DeskpulseHome.of(System.getenv());
        directory = RunDirectory.temporary(home, Instant.now());
        progress.step("Starting a broker, ClickHouse and Flink in " + directory.path() + " …");
        broker = BrokerProcess.start(directory.path().resolve("kafka"));
        clickHouse = EmbeddedClickHouse.start(
                ClickHouseOptions.in(home, directory.path().resolve("clickhouse")), progress);
        Migrator.bundled(clickHouse.admin(), Progress.silent()).migrate();
        flink = EmbeddedFlink.start(FlinkOptions.in(directory.path().resolve("flink"))
                .withSlots(parallelism)
                .withStateBackend(stateBackend));
        kafka = KafkaAccess.to(KafkaCluster.at(broker.bootstrapServers()));
        Topics.load().create(kafka);
    }

    /** Address of the broker. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where files may be left until the stack is closed. */
    public Path directory() {
        return directory.path();
    }

    /** For tables of a benchmark's own. */
    public ClickHouseAccess admin() {
        return clickHouse.admin();
    }

    /** For queries of the tables. */
    public ClickHouseAccess reader() {
        return clickHouse.reader();
    }

    /** The one number that a query of the read-only user returns. */
    public long count(String query) {
        ClickHouseAccess reader = reader();
        try (Connection connection = DriverManager.getConnection(reader.jdbcUrl(), reader.user(), reader.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("ClickHouse refuses: " + query, e);
        }
    }

    /** What the parts of the stack use. */
    public Processes processes() {
        return new Processes(ProcessHandle.of(clickHouse.pid()).orElseThrow(), broker.handle());
    }

    /** What a running job has put into the tables of these jobs since it began; those that it does not write are left out. */
    public List<Written> written(FlinkJob job, List<DeskpulseJob> jobs) {
        return jobs.stream()
                .flatMap(each -> each.tables().stream())
                .map(FactTable::name)
                .distinct()
                .map(table -> new Written(
                        table,
                        job.counted("ClickHouse " + table, "numRecordsSend"),
                        job.counted("ClickHouse " + table, "inserts"),
                        activeParts(table)))
                .filter(written -> written.inserts() > 0)
                .toList();
    }

    private long activeParts(String table) {
        try {
            return Long.parseLong(new ClickHouseHttp(clickHouse.admin())
                    .query("SELECT count() FROM system.parts WHERE active AND database = 'deskpulse' AND table = "
                            + ClickHouseHttp.literal(table)));
        } catch (IOException e) {
            throw new UncheckedIOException("ClickHouse does not tell the parts of " + table, e);
        }
    }

    /** Bytes of the newest checkpoint of this stack's jobs, files that it shares with older ones included; 0 when there is none. */
    public long checkpointBytes() {
        return flink.latestCheckpoint().map(BenchStack::checkpointBytes).orElse(0L);
    }

    /** The same of a checkpoint, by its URI. */
    public static long checkpointBytes(String checkpoint) {
        Path own = Path.of(URI.create(checkpoint));
        return bytesIn(own) + bytesIn(own.resolveSibling("shared"));
    }

    /** Bytes of all files in a directory; 0 when there is no such directory. */
    public static long bytesIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    /** A topic of events like the real ones. */
    public void createTopic(String name, int partitions) {
        new Topics(List.of(new Topic(name, partitions, Map.of("message.timestamp.type", "LogAppendTime"))))
                .create(kafka);
    }

    /**
     * Starts jobs as one Flink job, each up to a stage, at the beginning of their topics.
     *
     * @param name prefix of the topics
     */
    public FlinkJob submit(List<DeskpulseJob> jobs, Stage stage, String name) {
        String group = "bench-" + groups++;
        Set<EventStream> streams = BenchJobs.streams(jobs);
        Settings settings = new Settings(arguments(name, group, streams), secrets());
        Map<DeskpulseJob, JobGraph> graphs = JobCatalogue.graphs(jobs, settings);
        settings.check();
        StreamExecutionEnvironment env = flink.environment();
        KafkaCluster cluster = KafkaCluster.at(bootstrapServers());
        List<KafkaTopic> topics = streams.stream()
                .map(stream -> new KafkaTopic(cluster, Input.topic(name, stream), group))
                .toList();
        stage.build(env, List.copyOf(graphs.values()), topics);
        return flink.submit(env, name);
    }

    /**
     * What a job must be told that reads topics of a load and writes to this ClickHouse, but for {@link #secrets}.
     *
     * @param name prefix of the topics
     * @param group consumer group; a new one begins at the beginning
     * @param streams that the job reads
     */
    public String[] arguments(String name, String group, Set<EventStream> streams) {
        ClickHouseAccess writer = clickHouse.writer();
        List<String> arguments = new ArrayList<>(List.of(
                "--kafka.bootstrap-servers", bootstrapServers(),
                "--kafka.group", group,
                "--clickhouse.url", writer.jdbcUrl(),
                "--clickhouse.user", writer.user()));
        for (EventStream stream : streams) {
            arguments.addAll(List.of("--kafka." + stream.jsonName() + "-topic", Input.topic(name, stream)));
        }
        return arguments.toArray(String[]::new);
    }

    /** What a job finds in its environment. */
    public Map<String, String> secrets() {
        return Map.of("CLICKHOUSE_PASSWORD", clickHouse.writer().password(), "DESKPULSE_HASH_KEY", HASH_KEY);
    }

    @Override
    public void close() {
        flink.close();
        clickHouse.close();
        broker.close();
        directory.close();
    }
}
