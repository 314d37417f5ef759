package io.deskpulse.streaming.sinks;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.DataStreamWriter;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.facts.RowBinary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Inserts rows into one table, by the names of its columns, over one connection and on the caller's thread.
 *
 * <p>It tries once: the client's own retries are off, since only the caller knows for how long. (The HTTP library beneath repeats once
 * what is answered with the status 503; nobody can tell it not to.) Not thread-safe.
 */
public final class RowInserter implements AutoCloseable {
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
        client = ClickHouseClient.of(server);
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

    private static String quoted(String name) {
        return "`" + name + "`";
    }
}
