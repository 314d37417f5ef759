package io.deskpulse.streaming.sinks;

import io.deskpulse.streaming.facts.FactTable;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Rows into one ClickHouse table, at least once.
 *
 * <p>A completed checkpoint means that every row before it was acknowledged. Repeated rows replace themselves, since tables are
 * {@code ReplacingMergeTree(version)}. While ClickHouse is away the writer waits and the stream behind it stands still; nothing
 * is buffered beyond one batch.
 */
public final class ClickHouseSink implements Sink<byte[]> {
    private final FactTable<?> table;
    private final ClickHouse clickHouse;

    private ClickHouseSink(FactTable<?> table, ClickHouse clickHouse) {
        this.table = table;
        this.clickHouse = clickHouse;
    }

    /**
     * Ends a stream in a table. Its rows become bytes where they are made, and go from there to the few tasks that write the table.
     *
     * @param uid of the writers
     */
    public static <R> void write(DataStream<R> rows, FactTable<R> table, ClickHouse clickHouse, String uid) {
        DataStream<byte[]> encoded = rows.map(new RowEncoder<>(table))
                .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                .uid(uid + "-rows")
                .name("Rows of " + table.name())
                .setParallelism(rows.getParallelism());
        writeEncoded(encoded, table, clickHouse, uid);
    }

    /** The same of rows that {@link FactTable#write} has written. */
    public static void writeEncoded(DataStream<byte[]> rows, FactTable<?> table, ClickHouse clickHouse, String uid) {
        rows.sinkTo(new ClickHouseSink(table, clickHouse))
                .uid(uid)
                .name("ClickHouse " + table.name())
                .setParallelism(clickHouse.flush().writers());
    }

    @Override
    public SinkWriter<byte[]> createWriter(WriterInitContext context) {
        return new ClickHouseWriter(table, clickHouse, context.getProcessingTimeService(), context.metricGroup());
    }
}
