package io.deskpulse.local.clickhouse;

import io.deskpulse.ops.DeskpulseHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How to run an embedded ClickHouse.
 *
 * @param home where the downloaded server lies
 * @param directory for data, configuration, passwords and logs; a server started there again finds its data
 * @param httpPort 0 for a free one
 * @param tcpPort of the native protocol, 0 for a free one
 * @param memoryBytes the server's limit for all queries and merges, at least 512 MiB
 * @param seat its place in a cluster; null for a server by itself
 */
public record ClickHouseOptions(
        DeskpulseHome home, Path directory, int httpPort, int tcpPort, long memoryBytes, Seat seat) {
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
        return new ClickHouseOptions(home, directory, 0, 0, DEFAULT_MEMORY_BYTES, null);
    }

    /** The same with HTTP on a port, 0 for a free one. */
    public ClickHouseOptions withHttpPort(int port) {
        return new ClickHouseOptions(home, directory, port, tcpPort, memoryBytes, seat);
    }

    /** The same with the native protocol on a port, 0 for a free one. */
    public ClickHouseOptions withTcpPort(int port) {
        return new ClickHouseOptions(home, directory, httpPort, port, memoryBytes, seat);
    }

    /** The same with another limit, at least 512 MiB. */
    public ClickHouseOptions withMemoryBytes(long bytes) {
        return new ClickHouseOptions(home, directory, httpPort, tcpPort, bytes, seat);
    }

    /** The same as a server of a cluster. */
    public ClickHouseOptions withSeat(Seat of) {
        return new ClickHouseOptions(home, directory, httpPort, tcpPort, memoryBytes, of);
    }

    /**
     * The place of an embedded server in a cluster whose servers are all on loopback, one a shard.
     *
     * @param shard number of its shard, from 1
     * @param secret that the servers of the cluster know each other by
     * @param tcpPorts of all servers of the cluster, in the order of the shards
     */
    public record Seat(int shard, String secret, List<Integer> tcpPorts) {
        /** The name of the cluster, which the macro {@code {cluster}} has too. */
        public static final String CLUSTER = "deskpulse";

        /** Copies the list. */
        public Seat {
            tcpPorts = List.copyOf(tcpPorts);
        }

        /** What a server's configuration has more than that of one by itself. */
        String xml() {
            String shards = tcpPorts.stream()
                    .map(port -> "<shard><internal_replication>true</internal_replication><replica>"
                            + "<host>127.0.0.1</host><port>" + port + "</port></replica></shard>")
                    .collect(Collectors.joining());
            return "<macros><cluster>" + CLUSTER + "</cluster><shard>" + shard + "</shard><replica>1</replica></macros>"
                    + "<remote_servers replace=\"1\"><" + CLUSTER + "><secret>" + secret + "</secret>" + shards + "</"
                    + CLUSTER + "></remote_servers>";
        }
    }
}
