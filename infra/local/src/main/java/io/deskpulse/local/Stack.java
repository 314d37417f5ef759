package io.deskpulse.local;

import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkOptions;
import io.deskpulse.local.kafka.EmbeddedKafka;
import io.deskpulse.local.kafka.KafkaOptions;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.Shutdown;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseUsers;
import io.deskpulse.ops.kafka.Topic;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.ops.migrations.Migrator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Kafka with its topics, a migrated ClickHouse and Flink, running and empty or as the run directory left them.
 *
 * <p>Stops in the order Flink, Kafka, ClickHouse: on {@link #close}, on Ctrl-C and on SIGTERM. When the process is killed outright,
 * ClickHouse ends by itself. A ClickHouse server that {@code CLICKHOUSE_URL} names is used instead of an embedded one.
 */
public final class Stack implements AutoCloseable {
    private final StackOptions options;
    private final DeskpulseHome home;
    private final Progress progress;
    private final RunDirectory runDirectory;
    private volatile EmbeddedClickHouse clickHouseServer;
    private volatile EmbeddedKafka kafka;
    private volatile EmbeddedFlink flink;
    private ClickHouseUsers clickHouse;
    private boolean closed;

    private Stack(StackOptions options, DeskpulseHome home, RunDirectory runDirectory, Progress progress) {
        this.options = options;
        this.home = home;
        this.runDirectory = runDirectory;
        this.progress = progress;
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @throws UserError when a program, a port or the directory is missing or taken; nothing is left running then
     */
    public static Stack start(StackOptions options, Progress progress) {
        DeskpulseHome home = DeskpulseHome.of(options.environment());
        RunDirectory directory = options.runDirectory() == null
                ? RunDirectory.temporary(home, Instant.now())
                : RunDirectory.kept(options.runDirectory());
        Stack stack = new Stack(options, home, directory, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::closeForShutdown, "stack-shutdown"));
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** What it was started with. */
    public StackOptions options() {
        return options;
    }

    /** Where downloads and secrets lie. */
    public DeskpulseHome home() {
        return home;
    }

    /** Where its data lie. */
    public RunDirectory runDirectory() {
        return runDirectory;
    }

    /** The broker. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** The cluster, on which jobs may be started. */
    public EmbeddedFlink flink() {
        return flink;
    }

    /** The users of its ClickHouse, embedded or configured. */
    public ClickHouseUsers clickHouse() {
        return clickHouse;
    }

    /** The embedded server, for crash tests; empty when a configured server is used. */
    public Optional<EmbeddedClickHouse> clickHouseServer() {
        return Optional.ofNullable(clickHouseServer);
    }

    /** Stops what is running and deletes a temporary run directory; does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (RunDirectory directory = runDirectory;
                AutoCloseable first = () -> closeUnlessNull(clickHouseServer);
                AutoCloseable second = () -> closeUnlessNull(kafka);
                AutoCloseable third = () -> closeUnlessNull(flink)) {
            progress.step("Stopping Flink, Kafka and ClickHouse …");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the stack did not stop in order", e);
        }
    }

    private void closeForShutdown() {
        synchronized (this) {
            if (!closed) {
                Shutdown.begin();
            }
        }
        close();
    }

    private void startAll() {
        progress.step("Starting Kafka, ClickHouse and Flink in " + runDirectory.path() + " …");
        // ClickHouse is another process, and the others mostly load classes: none of them needs another one to start.
        CompletableFuture<Void> facts = CompletableFuture.runAsync(this::startClickHouse);
        CompletableFuture<Void> cluster = CompletableFuture.runAsync(this::startFlink);
        try {
            startKafka();
        } finally {
            awaitOrThrow(CompletableFuture.allOf(facts, cluster));
        }
        progress.step("  Kafka " + kafka.bootstrapServers() + ", Flink " + flink.web() + ", ClickHouse "
                + clickHouse.reader().url());
    }

    private void startKafka() {
        kafka = timed(
                "Kafka",
                () -> EmbeddedKafka.start(KafkaOptions.onPort(
                        runDirectory.path().resolve("kafka"), options.ports().kafka())));
        topics().create(kafka.access());
    }

    private void startFlink() {
        flink = timed("Flink", () -> EmbeddedFlink.start(flinkOptions()));
    }

    private void startClickHouse() {
        clickHouse = ClickHouseUsers.configured(options.environment());
        if (clickHouse == null) {
            clickHouseServer = timed(
                    "ClickHouse",
                    () -> EmbeddedClickHouse.start(
                            ClickHouseOptions.in(home, runDirectory.path().resolve("clickhouse"))
                                    .withHttpPort(options.ports().clickHouseHttp())
                                    .withTcpPort(options.ports().clickHouseTcp()),
                            progress));
            clickHouse = clickHouseServer.users();
        }
        Migrator.bundled(clickHouse.admin(), Progress.silent()).migrate();
    }

    private Topics topics() {
        Topics topics = Topics.load();
        return options.partitions() == 0 ? topics : topics.withPartitions(options.partitions());
    }

    private FlinkOptions flinkOptions() {
        // A reader without a partition would sit idle.
        int partitions =
                topics().all().stream().mapToInt(Topic::partitions).max().orElse(1);
        FlinkOptions flink = FlinkOptions.in(runDirectory.path().resolve("flink"))
                .withSlots(Math.min(options.parallelism(), partitions))
                .withStateBackend(options.stateBackend())
                .withWebPort(options.ports().flink());
        return options.isSparing() ? flink.sparing() : flink;
    }

    private <T> T timed(String name, Supplier<T> start) {
        long before = System.nanoTime();
        T started = start.get();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        progress.step(String.format("  %s is up (%.1f s)", name, took.toMillis() / 1000.0));
        return started;
    }

    private static void awaitOrThrow(CompletableFuture<Void> started) {
        try {
            started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void closeUnlessNull(AutoCloseable part) throws Exception {
        if (part != null) {
            part.close();
        }
    }
}
