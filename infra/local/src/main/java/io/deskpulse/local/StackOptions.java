package io.deskpulse.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run the stack.
 *
 * @param environment variables of the process: {@code CLICKHOUSE_URL}, {@code DESKPULSE_HOME} and so on
 * @param runDirectory to be kept and resumed; null for one that is deleted at the end
 * @param partitions of each event topic; 0 for those of {@code topics.yaml}
 * @param parallelism of the jobs, at least 1
 * @param stateBackend {@code hashmap} or {@code rocksdb}
 * @param isSparing whether Flink spares the machine while little arrives, at the cost of tenths of a second
 */
public record StackOptions(
        Map<String, String> environment,
        Path runDirectory,
        Ports ports,
        int partitions,
        int parallelism,
        String stateBackend,
        boolean isSparing) {
    private static final int MOST_USEFUL_PARALLELISM = 4;

    /** Refuses negative partitions and a parallelism below 1. */
    public StackOptions {
        environment = Map.copyOf(environment);
        if (partitions < 0) {
            throw new IllegalArgumentException("partitions must not be negative, got " + partitions);
        }
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism must be at least 1, got " + parallelism);
        }
    }

    /** A temporary directory, free ports, one task a processor up to four. */
    public static StackOptions of(Map<String, String> environment) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new StackOptions(
                environment, null, Ports.FREE, 0, Math.min(processors, MOST_USEFUL_PARALLELISM), "hashmap", false);
    }

    /** The same with data that stay in a directory. */
    public StackOptions withRunDirectory(Path directory) {
        return new StackOptions(environment, directory, ports, partitions, parallelism, stateBackend, isSparing);
    }

    /** The same on other ports. */
    public StackOptions withPorts(Ports wanted) {
        return new StackOptions(environment, runDirectory, wanted, partitions, parallelism, stateBackend, isSparing);
    }

    /** The same with so many partitions a topic; 0 for those of the topics file. */
    public StackOptions withPartitions(int count) {
        return new StackOptions(environment, runDirectory, ports, count, parallelism, stateBackend, isSparing);
    }

    /** The same with so many tasks an operator, at least 1. */
    public StackOptions withParallelism(int count) {
        return new StackOptions(environment, runDirectory, ports, partitions, count, stateBackend, isSparing);
    }

    /** The same with state on {@code hashmap} or {@code rocksdb}. */
    public StackOptions withStateBackend(String backend) {
        return new StackOptions(environment, runDirectory, ports, partitions, parallelism, backend, isSparing);
    }

    /** The same for hours in which little arrives. */
    public StackOptions sparing() {
        return new StackOptions(environment, runDirectory, ports, partitions, parallelism, stateBackend, true);
    }
}
