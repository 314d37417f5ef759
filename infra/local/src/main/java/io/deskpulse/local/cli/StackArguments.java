package io.deskpulse.local.cli;

import io.deskpulse.local.Ports;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkOptions;
import io.deskpulse.ops.UserError;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that starts the stack; a mixin. */
public final class StackArguments {
    @Option(
            names = "--run-dir",
            paramLabel = "DIR",
            description = "Keep all data in DIR, and continue there when it exists. "
                    + "Without it data live in a fresh directory that is deleted at the end.")
    private Path runDirectory;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of each event topic (default: as in topics.yaml).")
    private int partitions;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Parallel tasks of the job (default: one a processor, at most 4).")
    private int parallelism;

    @Option(
            names = "--state-backend",
            paramLabel = "NAME",
            defaultValue = "hashmap",
            description = "hashmap keeps the job's state on the heap, rocksdb on disk (default: ${DEFAULT-VALUE}).")
    private String stateBackend;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Port of Kafka (default: a free one).")
    private int kafkaPort;

    @Option(
            names = {"--port", "--clickhouse-http-port"},
            paramLabel = "PORT",
            description = "HTTP port of ClickHouse (default: a free one).")
    private int clickHouseHttpPort;

    @Option(
            names = "--clickhouse-tcp-port",
            paramLabel = "PORT",
            description = "Native port of ClickHouse (default: a free one).")
    private int clickHouseTcpPort;

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            description = "Port of Flink's web page (default: a free one).")
    private int flinkPort;

    /**
     * The options of the stack in this environment.
     *
     * @throws UserError when a value is out of its range
     */
    public StackOptions options(Map<String, String> environment) {
        require(partitions >= 0, "--partitions must be at least 1");
        require(parallelism >= 0, "--parallelism must be at least 1");
        require(FlinkOptions.STATE_BACKENDS.contains(stateBackend), "--state-backend must be hashmap or rocksdb");
        for (int port : new int[] {kafkaPort, clickHouseHttpPort, clickHouseTcpPort, flinkPort}) {
            require(port >= 0 && port <= 65_535, "a port must be between 1 and 65535, got " + port);
        }
        StackOptions defaults = StackOptions.of(environment);
        return defaults.withRunDirectory(runDirectory)
                .withPorts(new Ports(kafkaPort, clickHouseHttpPort, clickHouseTcpPort, flinkPort))
                .withPartitions(partitions)
                .withParallelism(parallelism == 0 ? defaults.parallelism() : parallelism)
                .withStateBackend(stateBackend);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new UserError(message + ".");
        }
    }
}
