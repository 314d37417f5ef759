package io.deskpulse.bench.chaos.stand;

import io.deskpulse.bench.chaos.stand.ClickHouseProxy.Mode;
import io.deskpulse.bench.stack.BrokerProcess;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.cluster.FlinkCluster;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.ops.migrations.Migrator;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.kafka.KafkaCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What faults strike at: a broker, ClickHouse behind a proxy, ZooKeeper, a JobManager and two TaskManagers, each a process, and the jobs
 * of the jar on them. One thread strikes; another may send.
 */
public final class ChaosStand implements AutoCloseable {
    /** Under which its jobs hash buyers. */
    public static final String HASH_KEY = "the key of a stand for faults";

    private static final int PARTITIONS = 2;
    private static final int TASK_MANAGERS = 2;
    private static final int SLOTS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final EmbeddedClickHouse clickHouse;
    private final ClickHouseProxy proxy;
    private final SkewedClock clock;
    private final FlinkCluster cluster;
    private final StandJobs jobs;
    private final List<ProcessHandle> frozen = new ArrayList<>();
    private BrokerProcess broker;
    private Runnable repeated = () -> {};

    /**
     * Starts all processes; no job yet.
     *
     * @param directory for their files and logs, which stay
     */
    public ChaosStand(Path directory, Progress progress) throws IOException {
        this.directory = directory;
        progress.step("Starting a broker, ClickHouse and a cluster of Flink in " + directory + " …");
        broker = BrokerProcess.start(directory.resolve("kafka"));
        Topics.load().withPartitions(PARTITIONS).create(kafka());
        clickHouse = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory.resolve("clickhouse")), progress);
        Migrator.bundled(clickHouse.admin(), Progress.silent()).migrate();
        proxy = new ClickHouseProxy(clickHouse.httpPort());
        clock = new SkewedClock(directory.resolve("clock"));
        Map<String, String> environment = new HashMap<>(clock.environment());
        environment.put("DESKPULSE_HASH_KEY", HASH_KEY);
        environment.put("CLICKHOUSE_USER", clickHouse.writer().user());
        environment.put("CLICKHOUSE_PASSWORD", clickHouse.writer().password());
        cluster = FlinkCluster.start(directory.resolve("flink"), environment, SLOTS);
        jobs = new StandJobs(cluster, this::supervise);
        supervise();
    }

    /**
     * Starts jobs anew, from the beginning of their topics, in place of those that run.
     *
     * @param group prefix of their consumer groups; where it was used before they begin where that left off
     */
    public void start(Path jar, List<DeskpulseJob> which, String group) {
        jobs.start(
                jar,
                which,
                group,
                List.of("--kafka.bootstrap-servers", broker.bootstrapServers(), "--clickhouse.url", proxy.url()));
    }

    /** The jobs that run on it. */
    public StandJobs jobs() {
        return jobs;
    }

    /** Its cluster of Flink. */
    public FlinkCluster cluster() {
        return cluster;
    }

    /** Its ClickHouse, as it is reached past the proxy. */
    public EmbeddedClickHouse clickHouse() {
        return clickHouse;
    }

    /** What lies between its jobs and ClickHouse. */
    public ClickHouseProxy proxy() {
        return proxy;
    }

    /** The clock of jobs whose jar goes by it. */
    public SkewedClock clock() {
        return clock;
    }

    /** Its broker, for patient clients. */
    public KafkaAccess kafka() {
        return new KafkaAccess(KafkaCluster.at(broker.bootstrapServers()), PATIENCE);
    }

    /** Where its processes keep their files and logs, and others may until it is closed. */
    public Path directory() {
        return directory;
    }

    /** Starts processes of Flink that have ended by themselves; to be called again and again while no fault lasts. */
    public void supervise() {
        cluster.restartEnded(TASK_MANAGERS);
    }

    /** What {@link Fault#TOPICS_REPEATED_AND_REORDERED} sends. */
    public void repeats(Runnable again) {
        repeated = again;
    }

    void repeat() {
        repeated.run();
    }

    void freezeTaskManager() {
        freeze(cluster.taskManagers().get(0));
    }

    void freezeBroker() {
        freeze(broker.handle());
    }

    void freezeClickHouse() {
        freeze(ProcessHandle.of(clickHouse.pid()).orElseThrow());
    }

    void killBroker() {
        broker.handle().destroyForcibly();
        broker.handle().onExit().join();
    }

    void startBroker() {
        String address = broker.bootstrapServers();
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try {
            broker = BrokerProcess.start(directory.resolve("kafka"), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void killClickHouseInInsert() {
        proxy.whenInserting(clickHouse::kill);
        proxy.become(Mode.GONE_IN_INSERT);
    }

    void corruptCheckpoint() {
        // In this order: otherwise a newer one may be complete before the loss.
        cluster.killTaskManager();
        jobs.corruptNewestCheckpoints();
    }

    void leaveCorruptedCheckpoint() {
        cluster.startTaskManager();
        jobs.startFromOlderCheckpoints();
    }

    @Override
    public void close() {
        thaw();
        cluster.close();
        proxy.close();
        clickHouse.close();
        broker.close();
    }

    private void freeze(ProcessHandle process) {
        signal("STOP", process);
        frozen.add(process);
    }

    void thaw() {
        frozen.forEach(process -> signal("CONT", process));
        frozen.clear();
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
