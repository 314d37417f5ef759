package io.deskpulse.local.cluster;

import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.ClickHouseOptions.Seat;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.FreePorts;
import io.deskpulse.ops.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The shards of a ClickHouse cluster, each an embedded server on loopback. The cluster is called {@code deskpulse}, in macros too.
 *
 * <p>One server a shard: the library speaks to a ZooKeeper, but has no port from which another replica could fetch a part, and refuses
 * {@code ON CLUSTER}; so there are no replicas, and what is made on one server is not made on the others.
 */
public final class ClickHouseCluster implements AutoCloseable {
    private static final long MEMORY_BYTES = 1L << 31;

    private final List<EmbeddedClickHouse> shards = new ArrayList<>();

    private ClickHouseCluster() {}

    /**
     * Starts a cluster without databases, and returns when all servers answer.
     *
     * @param home where the downloaded server lies
     * @param directory for data, configuration and logs
     * @param shards number of servers
     */
    public static ClickHouseCluster start(DeskpulseHome home, Path directory, int shards) {
        List<Integer> ports = FreePorts.find(shards);
        String secret = DeskpulseHome.secret();
        ClickHouseCluster cluster = new ClickHouseCluster();
        try {
            for (int shard = 1; shard <= shards; shard++) {
                ClickHouseOptions options = ClickHouseOptions.in(home, directory.resolve("shard-" + shard))
                        .withTcpPort(ports.get(shard - 1))
                        .withMemoryBytes(MEMORY_BYTES)
                        .withSeat(new Seat(shard, secret, ports));
                cluster.shards.add(EmbeddedClickHouse.start(options, Progress.silent()));
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** The server of a shard, by its number from 1. */
    public EmbeddedClickHouse shard(int number) {
        return shards.get(number - 1);
    }

    /** All servers. */
    public List<EmbeddedClickHouse> shards() {
        return List.copyOf(shards);
    }

    /** Stops all of it. */
    @Override
    public void close() {
        shards.forEach(EmbeddedClickHouse::close);
    }
}
