package io.deskpulse.streaming.sinks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers rows and inserts them, batch by batch, on the task's own thread.
 *
 * <p>Rows are kept until acknowledged: the driver forgets a batch that failed.
 */
final class ClickHouseWriter<T> implements SinkWriter<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseWriter.class);
    private static final long FIRST_BACKOFF_MILLIS = 100;
    private static final long MAX_BACKOFF_MILLIS = 10_000;

    private final RowStatement<T> rowStatement;
    private final ClickHouse clickHouse;
    private final ProcessingTimeService time;
    private final Counter rows;
    private final Counter inserts;
    private final Counter retries;
    private final List<Object[]> batch;
    private Connection connection;
    private PreparedStatement insert;

    ClickHouseWriter(
            RowStatement<T> rowStatement,
            ClickHouse clickHouse,
            ProcessingTimeService time,
            SinkWriterMetricGroup metrics) {
        this.rowStatement = rowStatement;
        this.clickHouse = clickHouse;
        this.time = time;
        this.rows = metrics.getNumRecordsSendCounter();
        this.inserts = metrics.counter("inserts");
        this.retries = metrics.counter("insertRetries");
        this.batch = new ArrayList<>(clickHouse.batchRows());
        scheduleFlush();
    }

    @Override
    public void write(T row, Context context) throws IOException, InterruptedException {
        batch.add(rowStatement.values(row));
        if (batch.size() >= clickHouse.batchRows()) {
            flush(false);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        long startMillis = time.getCurrentProcessingTime();
        long backoffMillis = FIRST_BACKOFF_MILLIS;
        while (!tryInsert(startMillis)) {
            retries.inc();
            Thread.sleep(backoffMillis);
            backoffMillis = Math.min(2 * backoffMillis, MAX_BACKOFF_MILLIS);
        }
        inserts.inc();
        rows.inc(batch.size());
        batch.clear();
    }

    @Override
    public void close() throws SQLException {
        disconnect();
    }

    /** Whether the batch is in ClickHouse; false when it is worth another try. */
    private boolean tryInsert(long startMillis) throws IOException {
        try {
            insertBatch();
            return true;
        } catch (SQLException | RuntimeException e) {
            disconnectQuietly();
            long triedForMillis = time.getCurrentProcessingTime() - startMillis;
            if (!ClickHouseErrors.isTransient(e)
                    || triedForMillis > clickHouse.retryFor().toMillis()) {
                throw new IOException(
                        "inserting %d rows into %s failed after %d ms"
                                .formatted(batch.size(), rowStatement.table(), triedForMillis),
                        e);
            }
            LOG.warn("ClickHouse does not take rows of {} now, trying again: {}", rowStatement.table(), e.toString());
            return false;
        }
    }

    private void insertBatch() throws SQLException {
        if (insert == null) {
            connection = DriverManager.getConnection(clickHouse.url(), clickHouse.properties());
            String marks = String.join(", ", Collections.nCopies(batch.get(0).length, "?"));
            insert = connection.prepareStatement("INSERT INTO " + rowStatement.table() + " VALUES (" + marks + ")");
        }
        for (Object[] values : batch) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void scheduleFlush() {
        time.registerTimer(
                time.getCurrentProcessingTime() + clickHouse.flushInterval().toMillis(), at -> {
                    flush(false);
                    scheduleFlush();
                });
    }

    private void disconnectQuietly() {
        try {
            disconnect();
        } catch (SQLException e) {
            LOG.debug("closing a broken connection", e);
        }
    }

    private void disconnect() throws SQLException {
        Connection closing = connection;
        insert = null;
        connection = null;
        if (closing != null) {
            closing.close();
        }
    }
}
