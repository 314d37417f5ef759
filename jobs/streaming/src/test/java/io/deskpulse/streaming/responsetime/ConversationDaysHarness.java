package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.codec.CodecSerializer;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.TimelineOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The conversation-days operator on its own, with a table that keeps the highest version of each row, as ClickHouse does. */
final class ConversationDaysHarness implements AutoCloseable {
    private static final long FLUSH_INTERVAL = 500;

    final OutputTag<Located<ConversationEvent>> tooLate =
            new OutputTag<>("late", CodecTypeInfo.of(Located.class, new ConversationEventCodec()));
    private final KeyedOneInputStreamOperatorTestHarness<String, Located<ConversationEvent>, ConversationDay> harness;
    private final TreeMap<String, String> table;
    private final TreeMap<String, Long> versions;
    private long offset;
    int rowsSent;

    ConversationDaysHarness(Retention retention, StateBackend backend) throws Exception {
        this(retention, backend, null, null);
    }

    private ConversationDaysHarness(
            Retention retention, StateBackend backend, OperatorSubtaskState snapshot, ConversationDaysHarness before)
            throws Exception {
        table = before == null ? new TreeMap<>() : before.table;
        versions = before == null ? new TreeMap<>() : before.versions;
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new TimelineOperator<>(
                        new ResponseTimeLogic(retention, "Asia/Shanghai", Map.of()), tooLate, FLUSH_INTERVAL),
                located -> ConversationKey.of(located.event()),
                Types.STRING);
        harness.setStateBackend(backend);
        harness.setup(new CodecSerializer<>(new ConversationDayCodec()));
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
    }

    void send(ConversationEvent event) throws Exception {
        harness.processElement(new StreamRecord<>(new Located<>(event, 0, offset++), event.timeMillis()));
    }

    void watermark(long millis) throws Exception {
        harness.processWatermark(millis);
        drain();
    }

    /** Lets one flush interval pass. */
    void flush() throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + FLUSH_INTERVAL);
        drain();
    }

    /** Takes a checkpoint and goes on as a restarted job; rows already written stay written. */
    ConversationDaysHarness restart(Retention retention, StateBackend backend) throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        drain();
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        return new ConversationDaysHarness(retention, backend, snapshot, this);
    }

    /** Rows as text, by key; equal text is equal bytes. */
    List<String> rows() throws Exception {
        flush();
        return new ArrayList<>(table.values());
    }

    List<Located<ConversationEvent>> late() {
        ConcurrentLinkedQueue<StreamRecord<Located<ConversationEvent>>> late = harness.getSideOutput(tooLate);
        return late == null
                ? List.of()
                : late.stream().map(StreamRecord::getValue).toList();
    }

    int keyedStateEntries() throws Exception {
        flush();
        return harness.numKeyedStateEntries();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    private void drain() {
        for (Object element = harness.getOutput().poll();
                element != null;
                element = harness.getOutput().poll()) {
            if (element instanceof StreamRecord<?> sent && sent.getValue() instanceof ConversationDay row) {
                rowsSent++;
                String key = row.shopId() + "/" + row.facts().epochDay() + "/" + row.conversationId();
                if (versions.getOrDefault(key, 0L) <= row.version()) {
                    versions.put(key, row.version());
                    table.put(key, ConversationRows.text(row));
                }
            }
        }
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
