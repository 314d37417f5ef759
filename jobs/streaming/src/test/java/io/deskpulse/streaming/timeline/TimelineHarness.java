package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecSerializer;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** A timeline operator on its own, with a table that keeps the highest version of each row, as ClickHouse does. */
public class TimelineHarness<E extends TimelineEvent, S, F, R> implements AutoCloseable {
    private static final long FLUSH_INTERVAL = 500;

    /** What is tried out: the logic with its codecs, and how rows are told apart and compared. */
    public record Subject<E extends TimelineEvent, S, F, R>(
            TimelineLogic<E, S, F, R> logic,
            Codec<Located<E>> events,
            Codec<R> rows,
            KeySelector<Located<E>, String> key,
            Function<R, String> rowKey,
            ToLongFunction<R> version,
            Function<R, String> text) {}

    private final Subject<E, S, F, R> subject;
    private final OutputTag<Located<E>> tooLate;
    private final TreeMap<String, String> table = new TreeMap<>();
    private final TreeMap<String, Long> versions = new TreeMap<>();
    private KeyedOneInputStreamOperatorTestHarness<String, Located<E>, R> harness;
    private long offset;
    private int rowsSent;

    public TimelineHarness(Subject<E, S, F, R> subject, StateBackend backend) throws Exception {
        this.subject = subject;
        this.tooLate = new OutputTag<>("late", CodecTypeInfo.of(Located.class, subject.events()));
        open(backend, null);
    }

    private void open(StateBackend backend, OperatorSubtaskState snapshot) throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new TimelineOperator<>(subject.logic(), tooLate, FLUSH_INTERVAL), subject.key(), Types.STRING);
        harness.setStateBackend(backend);
        harness.setup(new CodecSerializer<>(subject.rows()));
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
    }

    public void send(E event) throws Exception {
        harness.processElement(new StreamRecord<>(new Located<>(event, 0, offset++), event.timeMillis()));
    }

    public void watermark(long millis) throws Exception {
        harness.processWatermark(millis);
        drain();
    }

    /** Lets one flush interval pass. */
    public void flush() throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + FLUSH_INTERVAL);
        drain();
    }

    /** Takes a checkpoint and goes on as a restarted job; rows already written stay written. */
    public void restart(StateBackend backend) throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        drain();
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        open(backend, snapshot);
    }

    /** Rows as text, by key; equal text is equal bytes. */
    public List<String> rows() throws Exception {
        flush();
        return new ArrayList<>(table.values());
    }

    public List<Located<E>> late() {
        ConcurrentLinkedQueue<StreamRecord<Located<E>>> late = harness.getSideOutput(tooLate);
        return late == null
                ? List.of()
                : late.stream().map(StreamRecord::getValue).toList();
    }

    public int rowsSent() {
        return rowsSent;
    }

    public int keyedStateEntries() throws Exception {
        flush();
        return harness.numKeyedStateEntries();
    }

    public int timers() {
        return harness.numEventTimeTimers();
    }

    @SuppressWarnings("unchecked") // the operator's output holds rows and watermarks only
    private void drain() {
        for (Object element = harness.getOutput().poll();
                element != null;
                element = harness.getOutput().poll()) {
            if (element instanceof StreamRecord<?> sent) {
                R row = (R) sent.getValue();
                rowsSent++;
                String key = subject.rowKey().apply(row);
                if (versions.getOrDefault(key, 0L) <= subject.version().applyAsLong(row)) {
                    versions.put(key, subject.version().applyAsLong(row));
                    table.put(key, subject.text().apply(row));
                }
            }
        }
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
