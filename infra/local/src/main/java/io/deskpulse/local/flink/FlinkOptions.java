package io.deskpulse.local.flink;

import java.nio.file.Path;
import java.util.Set;

/**
 * How to run an embedded mini-cluster.
 *
 * @param directory for checkpoints and temporary files
 * @param slots of its one task manager, and the parallelism of its jobs
 * @param stateBackend {@code hashmap} or {@code rocksdb}
 * @param webPort of REST and web page on loopback, 0 for a free one
 * @param isSparing whether it does what it does by the clock more rarely than a cluster for a shop's work: where little arrives for hours,
 *     that is nearly all that it does
 */
public record FlinkOptions(Path directory, int slots, String stateBackend, int webPort, boolean isSparing) {
    /** The backends that are there. */
    public static final Set<String> STATE_BACKENDS = Set.of("hashmap", "rocksdb");

    /** Makes the directory absolute; refuses less than one slot and an unknown state backend. */
    public FlinkOptions {
        directory = directory.toAbsolutePath().normalize();
        if (slots < 1) {
            throw new IllegalArgumentException("slots must be at least 1, got " + slots);
        }
        if (!STATE_BACKENDS.contains(stateBackend)) {
            throw new IllegalArgumentException("stateBackend must be hashmap or rocksdb, got " + stateBackend);
        }
    }

    /** Two slots, state on the heap, a free port. */
    public static FlinkOptions in(Path directory) {
        return new FlinkOptions(directory, 2, "hashmap", 0, false);
    }

    /** The same with so many slots, at least 1. */
    public FlinkOptions withSlots(int count) {
        return new FlinkOptions(directory, count, stateBackend, webPort, isSparing);
    }

    /** The same with one of {@link #STATE_BACKENDS}. */
    public FlinkOptions withStateBackend(String backend) {
        return new FlinkOptions(directory, slots, backend, webPort, isSparing);
    }

    /** The same with REST and web page on a port, 0 for a free one. */
    public FlinkOptions withWebPort(int port) {
        return new FlinkOptions(directory, slots, stateBackend, port, isSparing);
    }

    /** The same for hours in which little arrives. */
    public FlinkOptions sparing() {
        return new FlinkOptions(directory, slots, stateBackend, webPort, true);
    }
}
