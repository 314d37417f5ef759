package io.deskpulse.local.flink;

import io.deskpulse.ops.FreePorts;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.submit.Checkpoints;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * A Flink mini-cluster with the settings of {@code flink/config.yaml}, one task manager, checkpoints in its directory and its web
 * page on loopback. Not thread-safe.
 */
public final class EmbeddedFlink implements AutoCloseable {
    private static final int RESTARTS = 8;

    /** A checkpoint writes all state, however few events changed it. */
    private static final Duration RARE_CHECKPOINTS = Duration.ofSeconds(30);

    /** Each task flushes by a thread of its own: some sixty of them wake up so often. */
    private static final Duration RARE_FLUSHES = Duration.ofMillis(100);

    private final MiniCluster cluster;
    private final Configuration settings;
    private final Path checkpoints;
    private int taskManager;

    private EmbeddedFlink(MiniCluster cluster, Configuration settings, Path checkpoints) {
        this.cluster = cluster;
        this.settings = settings;
        this.checkpoints = checkpoints;
    }

    /**
     * Starts a cluster and returns when it takes jobs.
     *
     * @throws UserError when the fixed port is taken or the cluster does not start
     */
    public static EmbeddedFlink start(FlinkOptions options) {
        return start(options, Map.of());
    }

    /** The same with settings of Flink's that go before those of every embedded cluster. */
    static EmbeddedFlink start(FlinkOptions options, Map<String, String> more) {
        FreePorts.requireFree(options.webPort(), "--flink-port");
        Path checkpoints = options.directory().resolve("checkpoints");
        Configuration settings = settings(options, checkpoints);
        more.forEach(settings::setString);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(options.slots())
                .setCommonBindAddress("127.0.0.1")
                .build());
        try {
            Files.createDirectories(checkpoints);
            Files.createDirectories(options.directory().resolve("tmp"));
            cluster.start();
        } catch (Exception e) {
            throw new UserError("Flink did not start: " + e.getMessage(), e);
        }
        return new EmbeddedFlink(cluster, settings, checkpoints);
    }

    /** An environment to build a job in; the job starts without state. */
    public StreamExecutionEnvironment environment() {
        return new StreamExecutionEnvironment(new Configuration(settings));
    }

    /**
     * An environment whose job starts with the state of a checkpoint or savepoint; state that is not found is an error.
     *
     * @param restoreFrom path or URI
     */
    public StreamExecutionEnvironment environment(String restoreFrom) {
        Configuration configuration = new Configuration(settings);
        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, restoreFrom);
        return new StreamExecutionEnvironment(configuration);
    }

    /**
     * Starts the job that was built in one of {@link #environment()}'s and returns without waiting for it.
     *
     * @throws UserError when the cluster refuses it
     */
    public FlinkJob submit(StreamExecutionEnvironment environment, String name) {
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(name);
        try {
            JobID id = cluster.submitJob(graph.getJobGraph()).get().getJobID();
            return new FlinkJob(cluster, id);
        } catch (ExecutionException e) {
            throw new UserError(
                    "Flink did not take the job " + name + ": " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while Flink was taking the job " + name + ".", e);
        }
    }

    /** The newest complete checkpoint in the directory, of this run or of an earlier one. */
    public Optional<String> latestCheckpoint() {
        return Checkpoints.newest(checkpoints);
    }

    /** Address of REST and of the web page. */
    public URI web() {
        return cluster.getRestAddress().join();
    }

    /** Takes the task manager away, as a crashed machine does, and starts another: for crash tests. */
    public void crashTaskManager() {
        try {
            cluster.terminateTaskManager(taskManager).get();
            taskManager++;
            cluster.startTaskManager();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a task manager was restarting", e);
        } catch (Exception e) {
            throw new IllegalStateException("the task manager cannot be restarted", e);
        }
    }

    /** Ends all jobs and the cluster; checkpoints stay. */
    @Override
    public void close() {
        cluster.closeAsync().join();
    }

    private static Configuration settings(FlinkOptions options, Path checkpoints) {
        Configuration settings = FlinkSettings.load();
        settings.set(StateBackendOptions.STATE_BACKEND, options.stateBackend());
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        if (options.isSparing()) {
            settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, RARE_CHECKPOINTS);
            settings.set(ExecutionOptions.BUFFER_TIMEOUT, RARE_FLUSHES);
        }
        settings.set(CoreOptions.DEFAULT_PARALLELISM, options.slots());
        settings.set(CoreOptions.TMP_DIRS, options.directory().resolve("tmp").toString());
        settings.set(RestOptions.ADDRESS, "127.0.0.1");
        settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        settings.set(RestOptions.PORT, options.webPort());
        settings.set(RestOptions.BIND_PORT, String.valueOf(options.webPort()));
        // Anybody on this machine, and any web page in its browser, can reach the port: it must not take code.
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(JobManagerOptions.ADDRESS, "127.0.0.1");
        // The mini-cluster's common address is not that of the server of jars and large messages.
        settings.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
        settings.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
        settings.set(
                TaskManagerOptions.MANAGED_MEMORY_SIZE,
                MemorySize.ofMebiBytes(options.stateBackend().equals("rocksdb") ? 256 : 16));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        // What REST tells of the jobs is at most so old.
        settings.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, Duration.ofSeconds(2));
        settings.set(MetricOptions.REPORTERS_LIST, "positions,sinks");
        settings.setString("metrics.reporter.positions.factory.class", SourcePositionsFactory.class.getName());
        settings.setString("metrics.reporter.sinks.factory.class", SinkCountsFactory.class.getName());
        // A person is waiting: a job that cannot run must say so within a minute or two.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, RESTARTS);
        return settings;
    }
}
