package io.deskpulse.streaming.sinks;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Rows into one ClickHouse table, at least once.
 *
 * <p>A completed checkpoint means that every row before it was acknowledged. Repeated rows replace themselves, since tables are
 * {@code ReplacingMergeTree(version)}. While ClickHouse is away the writer waits and the stream behind it stands still; nothing
 * is buffered beyond one batch.
 *
 * @param <T> row
 */
public final class ClickHouseSink<T> implements Sink<T> {
    private final RowStatement<T> statement;
    private final ClickHouse clickHouse;

    /** A sink into the statement's table. */
    public ClickHouseSink(RowStatement<T> statement, ClickHouse clickHouse) {
        this.statement = statement;
        this.clickHouse = clickHouse;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return new ClickHouseWriter<>(statement, clickHouse, context.getProcessingTimeService(), context.metricGroup());
    }
}
