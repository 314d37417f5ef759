package io.deskpulse.streaming.sinks;

import io.deskpulse.streaming.facts.FactTable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/**
 * Rows into one ClickHouse table, at least once.
 *
 * <p>A completed checkpoint means that every row before it was acknowledged. Repeated rows replace themselves, since tables are
 * {@code ReplacingMergeTree(version)}. While ClickHouse is away the writer waits and the stream behind it stands still; nothing
 * is buffered beyond one batch.
 *
 * @param <R> row
 */
public final class ClickHouseSink<R> implements Sink<R> {
    private final FactTable<R> table;
    private final ClickHouse clickHouse;

    /** A sink into the table. */
    public ClickHouseSink(FactTable<R> table, ClickHouse clickHouse) {
        this.table = table;
        this.clickHouse = clickHouse;
    }

    /**
     * Ends a stream in a table.
     *
     * @param uid of the sink
     */
    public static <R> DataStreamSink<R> write(
            DataStream<R> rows, FactTable<R> table, ClickHouse clickHouse, String uid) {
        return rows.sinkTo(new ClickHouseSink<>(table, clickHouse)).uid(uid).name("ClickHouse " + table.name());
    }

    @Override
    public SinkWriter<R> createWriter(WriterInitContext context) {
        return new ClickHouseWriter<>(table, clickHouse, context.getProcessingTimeService(), context.metricGroup());
    }
}
