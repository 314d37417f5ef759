package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecSerializer;
import io.deskpulse.streaming.facts.FactFamily;
import io.deskpulse.streaming.facts.FactRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * The timeline shell on its own, with a table that keeps the highest version of each row, as ClickHouse does.
 *
 * @param <E> event
 * @param <F> content of a row
 */
public final class TimelineHarness<E extends TimelineEvent, F> implements AutoCloseable {
    /** Rows of a key leave at most this often, in milliseconds. */
    public static final long FLUSH_INTERVAL = 500;

    /**
     * What is tried and how its rows are told apart.
     *
     * @param family the family of facts
     * @param rows how rows travel
     * @param rowKey what ClickHouse replaces a row by
     * @param version version of a row
     * @param text the row without its version; equal text is equal bytes
     */
    public record Subject<E extends TimelineEvent, F>(
            FactFamily<E, ?, F> family,
            Codec<FactRow<F>> rows,
            Function<FactRow<F>, String> rowKey,
            ToLongFunction<FactRow<F>> version,
            Function<FactRow<F>, String> text) {}

    /** Attempts of one job share the table: what a crashed attempt wrote stays written. */
    private record Table(TreeMap<String, String> rows, TreeMap<String, Long> versions, Set<String> takenBack) {
        Table() {
            this(new TreeMap<>(), new TreeMap<>(), new HashSet<>());
        }
    }

    private final Subject<E, F> subject;
    private final OutputTag<Located<E>> tooLate;
    private final KeyedOneInputStreamOperatorTestHarness<String, Located<E>, FactRow<F>> harness;
    private final Table table;
    private long offset;
    private int rowsSent;

    public TimelineHarness(Subject<E, F> subject, StateBackend backend) throws Exception {
        this(subject, backend, null, new Table());
    }

    private TimelineHarness(Subject<E, F> subject, StateBackend backend, OperatorSubtaskState snapshot, Table table)
            throws Exception {
        this.subject = subject;
        this.table = table;
        tooLate = new OutputTag<>("late", LocatedCodec.type(subject.family()));
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new TimelineOperator<>(subject.family(), tooLate, FLUSH_INTERVAL),
                Located.byKey(subject.family()),
                Types.STRING);
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
        pass(FLUSH_INTERVAL);
    }

    /** Lets so much of the wall clock pass. */
    public void pass(long millis) throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + millis);
        drain();
    }

    /** Takes a checkpoint and goes on. */
    public OperatorSubtaskState checkpoint(long id) throws Exception {
        harness.prepareSnapshotPreBarrier(id);
        drain();
        return harness.snapshot(id, id);
    }

    /** Takes a savepoint, which any state backend can restore, and goes on. */
    public OperatorSubtaskState savepoint(long id) throws Exception {
        harness.prepareSnapshotPreBarrier(id);
        drain();
        return harness.snapshotWithLocalState(id, id, SavepointType.savepoint(SavepointFormatType.CANONICAL))
                .getJobManagerOwnedState();
    }

    /** Ends this attempt and goes on from a checkpoint as the next, from the beginning when it is null. */
    public TimelineHarness<E, F> crash(OperatorSubtaskState from, StateBackend backend) throws Exception {
        harness.close();
        return new TimelineHarness<>(subject, backend, from, table);
    }

    /** Takes a checkpoint and goes on as a restarted job; rows already written stay written. */
    public TimelineHarness<E, F> restart(StateBackend backend) throws Exception {
        return crash(checkpoint(1), backend);
    }

    /**
     * The rows after the events came as they may: in any order, a third of them twice, with flushes and restarts in between; ends
     * the last attempt.
     */
    public List<String> rowsOfAnyArrival(List<E> events, long seed, Supplier<StateBackend> backends) throws Exception {
        List<E> arrival = new ArrayList<>(events);
        arrival.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(arrival, new Random(seed));
        TimelineHarness<E, F> attempt = this;
        for (int i = 0; i < arrival.size(); i++) {
            attempt.send(arrival.get(i));
            if (i % 17 == 0) {
                attempt.flush();
            }
            if (i % 61 == 60) {
                attempt = attempt.restart(backends.get());
            }
        }
        List<String> rows = attempt.rows();
        attempt.close();
        return rows;
    }

    /** Rows as text, by key. */
    public List<String> rows() throws Exception {
        flush();
        return new ArrayList<>(table.rows().values());
    }

    public int rowsSent() {
        return rowsSent;
    }

    /** Keys of rows that were taken back, whether or not they came again. */
    public Set<String> takenBack() {
        return table.takenBack();
    }

    public List<Located<E>> late() {
        ConcurrentLinkedQueue<StreamRecord<Located<E>>> late = harness.getSideOutput(tooLate);
        return late == null
                ? List.of()
                : late.stream().map(StreamRecord::getValue).toList();
    }

    public int keyedStateEntries() throws Exception {
        flush();
        return harness.numKeyedStateEntries();
    }

    public int timers() {
        return harness.numEventTimeTimers();
    }

    @SuppressWarnings("unchecked")
    private void drain() {
        for (Object element = harness.getOutput().poll();
                element != null;
                element = harness.getOutput().poll()) {
            if (element instanceof StreamRecord<?> sent) {
                rowsSent++;
                FactRow<F> row = (FactRow<F>) sent.getValue();
                String key = subject.rowKey().apply(row);
                long version = subject.version().applyAsLong(row);
                if (table.versions().getOrDefault(key, 0L) <= version) {
                    table.versions().put(key, version);
                    if (row.isTakenBack()) {
                        table.rows().remove(key);
                        table.takenBack().add(key);
                    } else {
                        table.rows().put(key, subject.text().apply(row));
                    }
                }
            }
        }
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
