package io.deskpulse.streaming.sinks;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientConfigProperties;
import com.clickhouse.client.api.ClientFaultCause;
import com.clickhouse.client.api.DataStreamWriter;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.facts.RowBinary;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Inserts rows into one table, by the names of its columns, over one connection and on the caller's thread.
 *
 * <p>It tries once: the client's own retries are off, since only the caller knows for how long. (The HTTP library beneath repeats once
 * what is answered with the status 503; nobody can tell it not to.) Not thread-safe.
 */
public final class RowInserter implements AutoCloseable {
    private static final long CONNECT_SECONDS = 10;

    /** Of the connection; rows, which are more, go around it. */
    private static final int BUFFER_BYTES = 8 << 10;

    /** Of an insert that says nothing for so long nobody knows whether it lives. */
    private static final long ANSWER_SECONDS = 300;

    private final Client client;
    private final String table;
    private final List<String> columns;
    private final InsertSettings settings = new InsertSettings();

    /**
     * For a table of the server's database; nothing is sent yet.
     *
     * @throws com.clickhouse.client.api.ClickHouseException when the server's authority cannot be read
     */
    public RowInserter(ClickHouseAddress server, FactTable<?> factTable) {
        table = quoted(factTable.name());
        columns = factTable.columns().stream()
                .map(column -> quoted(column.name()))
                .toList();
        client = client(server);
    }

    /**
     * Returns when the server has the rows.
     *
     * @throws com.clickhouse.client.api.ClickHouseException when it has not, or nobody knows
     */
    public void insert(RowBinary rows) {
        try (InsertResponse done = client.insert(table, columns, sending(rows), ClickHouseFormat.RowBinary, settings)
                .join()) {
            // The answer itself is the acknowledgement.
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** In one piece: the client's own copying from a stream would cost a buffer an insert. */
    private static DataStreamWriter sending(RowBinary rows) {
        return new DataStreamWriter() {
            @Override
            public void onOutput(OutputStream out) throws IOException {
                rows.writeTo(out);
            }

            @Override
            public void onRetry() {
                throw new IllegalStateException("the client tries again by itself");
            }
        };
    }

    /**
     * Inserts are synchronous, because an acknowledgement must mean that the rows are there; one import may touch any number of days.
     * Compression costs more than it saves where the server is near, and without it no native library has to be loaded.
     */
    private static Client client(ClickHouseAddress server) {
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
                .serverSetting("max_partitions_per_insert_block", "0");
        if (server.authority() != null) {
            builder.setOption(ClientConfigProperties.CA_CERTIFICATE.getKey(), server.authority());
        }
        return builder.build();
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }
}
