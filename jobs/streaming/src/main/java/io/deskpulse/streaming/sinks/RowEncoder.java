package io.deskpulse.streaming.sinks;

import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.facts.RowBinary;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * In: rows. Out: their bytes in ClickHouse's form. It runs in the task that made the rows, whose state they share, so that what travels to
 * the writer is encoded once and looks at no state.
 *
 * @param <R> row
 */
final class RowEncoder<R> implements MapFunction<R, byte[]> {
    private final FactTable<R> table;
    private transient RowBinary bytes;

    RowEncoder(FactTable<R> table) {
        this.table = table;
    }

    @Override
    public byte[] map(R row) {
        if (bytes == null) {
            bytes = new RowBinary();
        }
        bytes.clear();
        table.write(row, bytes);
        return bytes.toByteArray();
    }
}
