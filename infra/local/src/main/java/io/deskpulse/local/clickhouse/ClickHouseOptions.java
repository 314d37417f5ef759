package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.DeskpulseHome;
import java.nio.file.Path;
import java.util.Objects;

/**
 * How to run an embedded ClickHouse.
 *
 * @param home where the downloaded server lies
 * @param directory for data, configuration, passwords and logs; a server started there again finds its data
 * @param httpPort 0 for a free one
 * @param tcpPort of the native protocol, 0 for a free one
 * @param memoryBytes the server's limit for all queries and merges, at least 512 MiB
 */
public record ClickHouseOptions(DeskpulseHome home, Path directory, int httpPort, int tcpPort, long memoryBytes) {
    private static final long MIB = 1L << 20;
    private static final long DEFAULT_MEMORY_BYTES = 3072 * MIB;

    /** Makes the directory absolute and refuses a limit below 512 MiB. */
    public ClickHouseOptions {
        Objects.requireNonNull(home, "home");
        directory = directory.toAbsolutePath().normalize();
        if (memoryBytes < 512 * MIB) {
            throw new IllegalArgumentException("memoryBytes must be at least 512 MiB, got " + memoryBytes);
        }
    }

    /** Free ports and 3 GiB. */
    public static ClickHouseOptions in(DeskpulseHome home, Path directory) {
        return new ClickHouseOptions(home, directory, 0, 0, DEFAULT_MEMORY_BYTES);
    }

    /** The same with HTTP on a port, 0 for a free one. */
    public ClickHouseOptions withHttpPort(int port) {
        return new ClickHouseOptions(home, directory, port, tcpPort, memoryBytes);
    }

    /** The same with the native protocol on a port, 0 for a free one. */
    public ClickHouseOptions withTcpPort(int port) {
        return new ClickHouseOptions(home, directory, httpPort, port, memoryBytes);
    }

    /** The same with another limit, at least 512 MiB. */
    public ClickHouseOptions withMemoryBytes(long bytes) {
        return new ClickHouseOptions(home, directory, httpPort, tcpPort, bytes);
    }
}
