package io.deskpulse.streaming.sinks;

import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.facts.RowBinary;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the bytes of rows and inserts them, batch by batch, on the task's own thread. They are kept until ClickHouse has
 * acknowledged them: each try sends the same.
 */
final class ClickHouseWriter implements SinkWriter<byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseWriter.class);
    private static final long FIRST_BACKOFF_MILLIS = 100;
    private static final long MAX_BACKOFF_MILLIS = 10_000;

    /** Rows leave their tasks together, and buffers of the exchange every 40 ms; an insert waits until none has come for so long. */
    private static final long GATHER_MILLIS = 60;

    /** But not longer than this. */
    private static final long LONGEST_GATHER_MILLIS = 200;

    private final FactTable<?> table;
    private final ClickHouse clickHouse;
    private final ProcessingTimeService time;
    private final Counter rows;
    private final Counter bytes;
    private final Counter inserts;
    private final Counter retries;
    private final Counter insertMillis;
    private final RowBinary batch = new RowBinary();
    private final RowInserter inserter;
    private final InsertPace pace;
    private int batchRows;
    private long lastRowMillis;
    private boolean isAwaited;

    /** When the oldest row came that is not in ClickHouse; 0 when all are. Metrics are read by another thread. */
    private volatile long waitingSinceMillis;

    ClickHouseWriter(
            FactTable<?> table, ClickHouse clickHouse, ProcessingTimeService time, SinkWriterMetricGroup metrics) {
        this.table = table;
        this.clickHouse = clickHouse;
        this.time = time;
        this.rows = metrics.getNumRecordsSendCounter();
        this.bytes = metrics.getNumBytesSendCounter();
        this.inserts = metrics.counter("inserts");
        this.retries = metrics.counter("insertRetries");
        this.insertMillis = metrics.counter("insertMillis");
        metrics.gauge("unwrittenMillis", this::unwrittenMillis);
        this.inserter = new RowInserter(clickHouse.server(), table);
        this.pace = new InsertPace(clickHouse.flush().interval().toMillis());
    }

    @Override
    public void write(byte[] row, Context context) throws IOException, InterruptedException {
        batch.bytes(row);
        batchRows++;
        lastRowMillis = time.getCurrentProcessingTime();
        if (batchRows == 1) {
            waitingSinceMillis = lastRowMillis;
        }
        if (clickHouse.flush().isFull(batchRows, batch.size())) {
            flush(false);
        } else if (!isAwaited) {
            await(pace.dueMillis(lastRowMillis, GATHER_MILLIS), lastRowMillis + LONGEST_GATHER_MILLIS);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (batchRows == 0) {
            return;
        }
        long startMillis = time.getCurrentProcessingTime();
        long backoffMillis = FIRST_BACKOFF_MILLIS;
        while (!tryInsert(startMillis)) {
            retries.inc();
            Thread.sleep(backoffMillis);
            backoffMillis = Math.min(2 * backoffMillis, MAX_BACKOFF_MILLIS);
        }
        long endMillis = time.getCurrentProcessingTime();
        pace.inserted(startMillis, endMillis, batchRows);
        inserts.inc();
        insertMillis.inc(endMillis - startMillis);
        rows.inc(batchRows);
        bytes.inc(batch.size());
        batch.clear();
        batchRows = 0;
        waitingSinceMillis = 0;
    }

    @Override
    public void close() {
        inserter.close();
    }

    private long unwrittenMillis() {
        long since = waitingSinceMillis;
        return since == 0 ? 0 : time.getCurrentProcessingTime() - since;
    }

    /** Whether the batch is in ClickHouse; false when it is worth another try. */
    private boolean tryInsert(long startMillis) throws IOException {
        try {
            inserter.insert(batch);
            return true;
        } catch (RuntimeException e) {
            long triedForMillis = time.getCurrentProcessingTime() - startMillis;
            if (!ClickHouseErrors.isTransient(e)
                    || triedForMillis > clickHouse.retryFor().toMillis()) {
                throw failed(e, triedForMillis);
            }
            LOG.warn("ClickHouse does not take rows of {} now, trying again: {}", table.name(), e.toString());
            return false;
        }
    }

    /** A mistake with a known remedy is told without its causes, of which whoever shows the innermost would tell something else. */
    private IOException failed(RuntimeException cause, long triedForMillis) {
        String what = "inserting %d rows into %s failed after %d ms".formatted(batchRows, table.name(), triedForMillis);
        Optional<String> remedy = ClickHouseErrors.remedy(cause, clickHouse.server(), table.name());
        if (remedy.isEmpty()) {
            return new IOException(what, cause);
        }
        IOException mistake = new IOException(what + ": " + remedy.get());
        mistake.addSuppressed(cause);
        return mistake;
    }

    /** One timer a batch; where a checkpoint or a full batch went before it, it waits on for the rows that came since. */
    private void await(long dueMillis, long latestMillis) {
        isAwaited = true;
        time.registerTimer(dueMillis, at -> {
            isAwaited = false;
            long nowMillis = time.getCurrentProcessingTime();
            long gatheredMillis = Math.min(lastRowMillis + GATHER_MILLIS, latestMillis);
            long allowedMillis = Math.max(pace.dueMillis(nowMillis, 0), gatheredMillis);
            if (batchRows > 0 && allowedMillis > nowMillis) {
                await(allowedMillis, latestMillis);
            } else {
                flush(false);
            }
        });
    }
}
