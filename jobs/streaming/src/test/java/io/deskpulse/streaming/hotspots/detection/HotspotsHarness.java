package io.deskpulse.streaming.hotspots.detection;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.cells.CellDay;
import io.deskpulse.metrics.hotspots.cells.CellEvidence;
import io.deskpulse.streaming.codec.CodecSerializer;
import io.deskpulse.streaming.codec.KeyTypeInfo;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.facts.RowBinary;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One or more subtasks of the operator, and all the bytes that they ever sent to a table. */
final class HotspotsHarness implements AutoCloseable {
    private static final int KEY_GROUPS = 16;
    private static final OutputTag<FactRow<CellEvidence>> EVIDENCE =
            new OutputTag<>("evidence", EvidenceTable.ROWS.type());
    private static final OutputTag<FactRow<CellDay>> DAYS = new OutputTag<>("days", CellDayTable.ROWS.type());

    /** Rows as bytes, as a table keeps one of equal ones. */
    final TreeSet<String> stored;

    final List<FactRow<AlarmRow>> alarms = new ArrayList<>();
    final List<FactRow<CellEvidence>> evidence = new ArrayList<>();
    final List<FactRow<CellDay>> days = new ArrayList<>();

    private final List<KeyedOneInputStreamOperatorTestHarness<String, ShopSignal, FactRow<AlarmRow>>> subtasks =
            new ArrayList<>();

    HotspotsHarness(int parallelism) throws Exception {
        this(parallelism, new HashMapStateBackend(), null, 1, new TreeSet<>());
    }

    /** One subtask, of which nothing is stored yet, that goes on from a savepoint of one. */
    HotspotsHarness(StateBackend backend, OperatorSubtaskState from) throws Exception {
        this(1, backend, from, 1, new TreeSet<>());
    }

    private HotspotsHarness(
            int parallelism, StateBackend backend, OperatorSubtaskState from, int before, TreeSet<String> stored)
            throws Exception {
        this.stored = stored;
        for (int subtask = 0; subtask < parallelism; subtask++) {
            KeyedOneInputStreamOperatorTestHarness<String, ShopSignal, FactRow<AlarmRow>> harness =
                    new KeyedOneInputStreamOperatorTestHarness<>(
                            new HotspotsOperator(SignalStory.detection(), EVIDENCE, DAYS),
                            ShopSignal::shopId,
                            KeyTypeInfo.INSTANCE,
                            KEY_GROUPS,
                            parallelism,
                            subtask);
            harness.setStateBackend(backend);
            harness.setup(new CodecSerializer<>(AlarmTable.ROWS));
            if (from != null) {
                harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        from, KEY_GROUPS, before, parallelism, subtask));
            }
            harness.open();
            subtasks.add(harness);
        }
    }

    void send(ShopSignal signal) throws Exception {
        int group = KeyGroupRangeAssignment.assignKeyToParallelOperator(signal.shopId(), KEY_GROUPS, subtasks.size());
        subtasks.get(group).processElement(new StreamRecord<>(signal));
    }

    void watermark(long millis) throws Exception {
        for (var subtask : subtasks) {
            subtask.processWatermark(millis);
        }
        drain();
    }

    /** Takes a checkpoint, ends this attempt and goes on at another parallelism. */
    HotspotsHarness restart(int parallelism) throws Exception {
        return crash(checkpoint(), parallelism);
    }

    OperatorSubtaskState checkpoint() throws Exception {
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (var subtask : subtasks) {
            states.add(subtask.snapshot(1, 1));
        }
        return AbstractStreamOperatorTestHarness.repackageState(states.toArray(OperatorSubtaskState[]::new));
    }

    /** Ends this attempt and goes on from a checkpoint; what was stored stays stored. */
    HotspotsHarness crash(OperatorSubtaskState checkpoint, int parallelism) throws Exception {
        close();
        return new HotspotsHarness(parallelism, new HashMapStateBackend(), checkpoint, subtasks.size(), stored);
    }

    private void drain() {
        for (var subtask : subtasks) {
            drain(AlarmTable.TABLE, alarms, records(subtask.getOutput()));
            drain(EvidenceTable.TABLE, evidence, records(subtask.getSideOutput(EVIDENCE)));
            drain(CellDayTable.TABLE, days, records(subtask.getSideOutput(DAYS)));
        }
    }

    private <R> void drain(FactTable<FactRow<R>> table, List<FactRow<R>> to, List<FactRow<R>> rows) {
        for (FactRow<R> row : rows) {
            RowBinary bytes = new RowBinary();
            table.write(row, bytes);
            stored.add(table.name() + HexFormat.of().formatHex(bytes.toByteArray()));
            to.add(row);
        }
    }

    @SuppressWarnings("unchecked")
    private static <R> List<FactRow<R>> records(Iterable<?> output) {
        List<FactRow<R>> rows = new ArrayList<>();
        if (output == null) {
            return rows;
        }
        for (var each = output.iterator(); each.hasNext(); each.remove()) {
            if (each.next() instanceof StreamRecord<?> sent) {
                rows.add((FactRow<R>) sent.getValue());
            }
        }
        return rows;
    }

    @Override
    public void close() throws Exception {
        for (var subtask : subtasks) {
            subtask.close();
        }
    }
}
