package io.deskpulse.local.cluster;

import io.deskpulse.local.flink.FlinkSettings;
import io.deskpulse.ops.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * A Flink cluster as it runs on several machines: one JobManager that is highly available by a ZooKeeper, and TaskManagers, each in a
 * process of its own on loopback. Their class path is Flink's alone; jobs come as a jar, through REST.
 *
 * <p>It has the settings of every environment ({@code infra/flink/config.yaml}), but notices sooner that a process is gone.
 */
public final class FlinkCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ZOOKEEPER =
            "org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain";
    private static final String JOB_MANAGER = "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
    private static final String TASK_MANAGER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

    private final Path directory;
    private final Map<String, String> environment;
    private final Configuration settings;
    private final URI rest;
    private final Process zooKeeper;
    private final List<Process> taskManagers = new ArrayList<>();
    private Process jobManager;

    private FlinkCluster(Path directory, Map<String, String> environment, int slots) {
        List<Integer> ports = FreePorts.find(2);
        this.directory = directory;
        this.environment = Map.copyOf(environment);
        this.rest = URI.create("http://127.0.0.1:" + ports.get(0));
        this.settings = settings(directory, ports.get(0), ports.get(1), slots);
        this.zooKeeper = launch(
                "zookeeper",
                List.of("-Xmx64m", "-Dzookeeper.admin.enableServer=false"),
                ZOOKEEPER,
                List.of(
                        Integer.toString(ports.get(1)),
                        directory.resolve("zookeeper").toString()));
    }

    /**
     * Starts ZooKeeper and a JobManager, no TaskManagers, and returns without waiting for them.
     *
     * @param directory for settings, logs, checkpoints, savepoints and what outlives a JobManager
     * @param environment of the JobManager, in which jobs find their secrets
     * @param slots of each TaskManager
     */
    public static FlinkCluster start(Path directory, Map<String, String> environment, int slots) {
        FlinkCluster cluster = new FlinkCluster(directory.toAbsolutePath(), environment, slots);
        cluster.startJobManager();
        return cluster;
    }

    /** Address of REST, the same for each JobManager. */
    public URI rest() {
        return rest;
    }

    /** Processes of the TaskManagers that live, the one that was started first before the others. */
    public List<ProcessHandle> taskManagers() {
        return taskManagers.stream()
                .filter(Process::isAlive)
                .map(Process::toHandle)
                .toList();
    }

    /** Where checkpoints go, a directory for each job. */
    public Path checkpoints() {
        return directory.resolve("checkpoints");
    }

    /** Where savepoints may go. */
    public Path savepoints() {
        return directory.resolve("savepoints");
    }

    /** Starts a JobManager; what the one before had accepted goes on. */
    public void startJobManager() {
        jobManager = launch("jobmanager", List.of("-Xmx512m"), JOB_MANAGER, List.of("--configDir", written()));
    }

    /** Ends the JobManager as a lost machine does, signal 9. */
    public void killJobManager() {
        kill(jobManager);
    }

    /** Starts one more TaskManager. */
    public void startTaskManager() {
        TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(settings);
        List<String> arguments = new ArrayList<>(List.of("--configDir", written()));
        // What Flink's own scripts work out before they start one.
        arguments.addAll(List.of(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory)
                .strip()
                .split("\\s+")));
        taskManagers.add(launch(
                "taskmanager-" + taskManagers.size(),
                List.of(ProcessMemoryUtils.generateJvmParametersStr(memory).split("\\s+")),
                TASK_MANAGER,
                arguments));
    }

    /** Ends the TaskManager that was started first of those that live, as a lost machine does, signal 9. */
    public void killTaskManager() {
        kill(taskManagers.stream().filter(Process::isAlive).findFirst().orElseThrow());
    }

    /** Starts what has ended, as whoever supervises processes does: a JobManager, and TaskManagers until there are so many. */
    public void restartEnded(int wantedTaskManagers) {
        if (!jobManager.isAlive()) {
            startJobManager();
        }
        while (taskManagers().size() < wantedTaskManagers) {
            startTaskManager();
        }
    }

    /** Ends all processes; files stay. */
    @Override
    public void close() {
        taskManagers.forEach(FlinkCluster::kill);
        kill(jobManager);
        kill(zooKeeper);
    }

    private static Configuration settings(Path directory, int restPort, int zooKeeperPort, int slots) {
        Configuration all = FlinkSettings.load();
        Map<String, String> own = new TreeMap<>(Map.of(
                "jobmanager.rpc.address", "127.0.0.1",
                "rest.address", "127.0.0.1",
                "rest.port", Integer.toString(restPort),
                "taskmanager.host", "127.0.0.1",
                "taskmanager.numberOfTaskSlots", Integer.toString(slots),
                "taskmanager.memory.process.size", "1g",
                "taskmanager.memory.managed.fraction", "0.05",
                "heartbeat.interval", "1 s",
                "heartbeat.timeout", "8 s"));
        own.putAll(Map.of(
                "high-availability.type",
                "zookeeper",
                "high-availability.zookeeper.quorum",
                "127.0.0.1:" + zooKeeperPort,
                "high-availability.zookeeper.client.session-timeout",
                "8 s",
                "high-availability.storageDir",
                directory.resolve("high-availability").toUri().toString(),
                "execution.checkpointing.dir",
                directory.resolve("checkpoints").toUri().toString(),
                "execution.checkpointing.interval",
                "1 s",
                "execution.checkpointing.min-pause",
                "1 s",
                "io.tmp.dirs",
                directory.resolve("tmp").toString()));
        own.forEach(all::setString);
        return all;
    }

    /** The directory with the settings as a file. */
    private String written() {
        try {
            Path file = directory.resolve("conf").resolve(GlobalConfiguration.FLINK_CONF_FILENAME);
            Files.createDirectories(file.getParent());
            List<String> lines = new ArrayList<>();
            settings.toMap().forEach((key, value) -> lines.add(key + ": '" + value.replace("'", "''") + "'"));
            Files.write(file, lines);
            return file.getParent().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the settings of a cluster", e);
        }
    }

    private Process launch(String name, List<String> options, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(settings.get(CoreOptions.FLINK_JVM_OPTIONS).strip().split("\\s+")));
        command.addAll(List.of("-cp", FlinkClassPath.ofThisProcess(), mainClass));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().putAll(environment);
        try {
            Files.createDirectories(directory.resolve("logs"));
            Path log = directory.resolve("logs").resolve(name + ".log");
            return process.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
