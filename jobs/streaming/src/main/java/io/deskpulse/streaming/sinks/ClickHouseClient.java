package io.deskpulse.streaming.sinks;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientConfigProperties;
import com.clickhouse.client.api.ClientFaultCause;
import java.time.temporal.ChronoUnit;

/** A client of a server as jobs need it: one connection, no tries of its own. */
public final class ClickHouseClient {
    private static final long CONNECT_SECONDS = 10;

    /** Of the connection; rows, which are more, go around it. */
    private static final int BUFFER_BYTES = 8 << 10;

    /** Of a request that says nothing for so long nobody knows whether it lives. */
    private static final long ANSWER_SECONDS = 300;

    private ClickHouseClient() {}

    /**
     * Inserts are synchronous, because an acknowledgement must mean that the rows are there; one import may touch any number of days.
     * Compression costs more than it saves where the server is near, and without it no native library has to be loaded.
     */
    public static Client of(ClickHouseAddress server) {
        Client.Builder builder = new Client.Builder()
                .addEndpoint(server.url().toString())
                .setDefaultDatabase(server.database())
                .setUsername(server.user())
                .setPassword(server.password())
                .setClientName("deskpulse")
                .setConnectTimeout(CONNECT_SECONDS, ChronoUnit.SECONDS)
                .setSocketTimeout(ANSWER_SECONDS, ChronoUnit.SECONDS)
                .setMaxConnections(1)
                .setClientNetworkBufferSize(BUFFER_BYTES)
                .setMaxRetries(0)
                .retryOnFailures(ClientFaultCause.None)
                .compressServerResponse(false)
                .compressClientRequest(false)
                .disableNativeCompression(true)
                .serverSetting("async_insert", "0")
                .serverSetting("max_partitions_per_insert_block", "0")
                // On a cluster a shard has the rows when they are acknowledged, not only a queue of whom they were sent
                // to.
                .serverSetting("distributed_foreground_insert", "1");
        if (server.authority() != null) {
            builder.setOption(ClientConfigProperties.CA_CERTIFICATE.getKey(), server.authority());
        }
        return builder.build();
    }
}
