package io.deskpulse.bench.peers.engines;

import io.deskpulse.bench.peers.question.RowLog;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Rows of a Flink job into a log of this process, one log a task. */
final class LogSink<T> implements Sink<T> {
    private final Projection<T> projection;

    private LogSink(Projection<T> projection) {
        this.projection = projection;
    }

    /** What a row of the job says of rounds. */
    interface Projection<T> extends Serializable {
        void log(T row, RowLog rows);
    }

    /** Ends a stream. */
    static <T> void write(DataStream<T> stream, Projection<T> projection) {
        stream.sinkTo(new LogSink<>(projection)).uid("rows").name("Rows");
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        RowLog rows = RowLog.begin();
        return new SinkWriter<>() {
            @Override
            public void write(T row, Context at) {
                projection.log(row, rows);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
