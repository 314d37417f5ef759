package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.CodecSerializer;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the timeline of each key and sends out the rows that follow from it: the shell around every {@link Derivation}.
 *
 * <p>In: events keyed by string, in any order, duplicates included. Out: rows with the number of distinct events known as
 * their version; per key at most one set of touched rows per flush interval, and all of them before each checkpoint barrier, so that a
 * completed checkpoint means visible rows. Side output: events too late to be placed. State per key: the automaton, and the
 * list of distinct events in order. An event after the last one advances the automaton and is appended, in O(1), without reading
 * the list; one before it is dropped when known, else inserted and the list read again. State of keys touched since the last flush
 * is held in memory and written with it, so that a key costs one read and one write of state a flush, not an event. A key is cleared by an event-time
 * timer once it has been silent for its retention. Rows alias the state: consume them at once or let them be serialized.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <F> content of a row
 * @param <R> row
 */
public final class TimelineOperator<E extends TimelineEvent, S, F, R> extends AbstractStreamOperator<R>
        implements OneInputStreamOperator<Located<E>, R>, Triggerable<String, VoidNamespace> {
    /** Touched keys wait in memory to be sent; this many are sent at once whatever the interval. */
    static final int MAX_PENDING_KEYS = 50_000;

    /** Keys that may send are looked for this often an interval: the wait of a key that sent nothing lately, against inserts. */
    private static final int LOOKS_PER_INTERVAL = 4;

    private final TimelineLogic<E, S, F, R> logic;
    private final Retention retention;
    private final OutputTag<Located<E>> tooLate;
    private final long flushIntervalMillis;

    private transient Derivation<E, S, F> derivation;
    private transient ValueState<TimelineState<S>> timelines;
    private transient EntryList<E> entries;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient PendingKeys<S> pending;
    private transient Counter duplicates;
    private transient Counter outOfOrder;
    private transient Counter tooLateEvents;

    /**
     * A shell around {@code logic}.
     *
     * @param flushIntervalMillis rows of a key leave at most this often, > 0
     */
    public TimelineOperator(TimelineLogic<E, S, F, R> logic, OutputTag<Located<E>> tooLate, long flushIntervalMillis) {
        this.logic = logic;
        this.retention = logic.retention();
        this.tooLate = tooLate;
        this.flushIntervalMillis = flushIntervalMillis;
    }

    @Override
    public void open() throws Exception {
        super.open();
        derivation = logic.derivation();
        timelines = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("timeline", new CodecSerializer<>(logic.stateCodec())));
        entries = new EntryList<>(
                getRuntimeContext()
                        .getListState(new ListStateDescriptor<>("event", BytePrimitiveArraySerializer.INSTANCE)),
                logic.codec());
        timers = getInternalTimerService("forget", VoidNamespaceSerializer.INSTANCE, this);
        pending = new PendingKeys<>(flushIntervalMillis, this::send);
        duplicates = getMetricGroup().counter("duplicateEvents");
        outOfOrder = getMetricGroup().counter("outOfOrderEvents");
        tooLateEvents = getMetricGroup().counter("tooLateEvents");
        scheduleLook();
    }

    @Override
    public void processElement(StreamRecord<Located<E>> element) throws Exception {
        Located<E> located = element.getValue();
        E event = located.event();
        String key = (String) getCurrentKey();
        Pending<S> known = pending.get(key);
        TimelineState<S> timeline = known == null ? timelines.value() : known.timeline();
        if (timeline == null) {
            if (retention.isTooLate(event.timeMillis(), timers.currentWatermark())) {
                reject(located);
                return;
            }
            timeline = begin(event);
        }
        int place = timeline.count == 0 ? 1 : timeline.comparePlace(event.timeMillis(), event.eventId());
        if (place > 0 && isAfterItsKeyWasForgotten(timeline, event)) {
            reject(located);
        } else if (place > 0) {
            append(key, known, timeline, event);
        } else if (place == 0) {
            duplicates.inc();
        } else {
            insert(key, known, timeline, located);
        }
        if (pending.size() >= MAX_PENDING_KEYS) {
            pending.sendAll();
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        Pending<S> known = pending.get(timer.getKey());
        TimelineState<S> timeline = known == null ? timelines.value() : known.timeline();
        long dueMillis = retention.forgottenAtMillis(timeline.lastMillis, derivation.atRest(timeline.automaton));
        if (dueMillis > timer.getTimestamp()) {
            long lookAgainMillis = timer.getTimestamp() + retention.atRestMillis();
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, Math.min(dueMillis, lookAgainMillis));
            return;
        }
        if (known != null && known.isTouched()) {
            emitLive(timer.getKey(), timeline);
        }
        forget(known);
        timelines.clear();
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no processing-time timer is ever registered");
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        pending.sendAll();
    }

    @Override
    public void finish() throws Exception {
        pending.sendAll();
        super.finish();
    }

    private TimelineState<S> begin(E event) {
        return new TimelineState<>(derivation.start(), logic.codec().anchor(event));
    }

    /** Where rows outlast a silence, a key is as good as dropped from the instant on at which a watermark would drop it. */
    private boolean isAfterItsKeyWasForgotten(TimelineState<S> timeline, E event) {
        return derivation.outlastsSilence()
                && timeline.count > 0
                && event.timeMillis()
                        > retention.forgottenAtMillis(timeline.lastMillis, derivation.atRest(timeline.automaton));
    }

    private void append(String key, Pending<S> known, TimelineState<S> before, E event) throws Exception {
        complete(key, known, before);
        TimelineState<S> timeline = before.count > 0 ? afterSilence(key, known, before, event) : before;
        long versionBefore = timeline.count;
        long readBefore = derivation.eventsRead(timeline.automaton);
        derivation.advance(timeline.automaton, event, emitter(key, versionBefore));
        timeline.count++;
        timeline.lastMillis = event.timeMillis();
        timeline.lastId = event.eventId();
        keep(key, known, timeline, readBefore).appended.add(entries.encode(event, timeline.anchor));
    }

    /** Reads the list once more where the automaton comes from a release that kept less; every row of the list is sent again. */
    private void complete(String key, Pending<S> known, TimelineState<S> timeline) throws Exception {
        if (derivation.isIncomplete(timeline.automaton)) {
            List<E> events = entries.read(key, timeline.anchor, known);
            timeline.automaton = derivation.replay(events.iterator(), retention, emitter(key, timeline.count));
        }
    }

    /**
     * What is left of a timeline when its next event comes: all of it, a new start, or nothing where a watermark would have
     * dropped the key. Cutting here as well makes rows and versions independent of when a timer happens to fire.
     */
    private TimelineState<S> afterSilence(String key, Pending<S> known, TimelineState<S> timeline, E next) {
        if (next.timeMillis() - timeline.lastMillis <= retention.atRestMillis()) {
            return timeline;
        }
        boolean atRest = derivation.atRest(timeline.automaton);
        if (derivation.outlastsSilence() || !retention.startsAnew(timeline.lastMillis, next.timeMillis(), atRest)) {
            return timeline;
        }
        emitLive(key, timeline);
        if (next.timeMillis() <= retention.forgottenAtMillis(timeline.lastMillis, atRest)) {
            timeline.automaton = derivation.restart(timeline.automaton);
            return timeline;
        }
        forget(known);
        TimelineState<S> fresh = begin(next);
        fresh.forgottenUntilMillis = retention.rememberedUntilMillis(timeline.lastMillis, atRest);
        fresh.hasTimer = timeline.hasTimer;
        return fresh;
    }

    private void insert(String key, Pending<S> known, TimelineState<S> timeline, Located<E> located) throws Exception {
        E event = located.event();
        List<E> events = entries.read(key, timeline.anchor, known);
        int found = Collections.binarySearch(events, event, TimelineEvent.ORDER);
        if (found >= 0) {
            duplicates.inc();
            return;
        }
        int position = -found - 1;
        if (position == 0
                && (event.timeMillis() <= timeline.forgottenUntilMillis
                        || retention.isTooLate(event.timeMillis(), timers.currentWatermark()))) {
            reject(located);
            return;
        }
        outOfOrder.inc();
        events.add(position, event);
        entries.replace(events, timeline.anchor);
        timeline.count++;
        timeline.automaton = derivation.replay(events.iterator(), retention, emitter(key, timeline.count));
        keep(key, known, timeline, 0).appended.clear();
    }

    /** Remembers that the state of the current key must be written and its rows sent at the next flush. */
    private Pending<S> keep(String key, Pending<S> known, TimelineState<S> timeline, long readBefore) {
        if (!timeline.hasTimer && !retention.isForever()) {
            timers.registerEventTimeTimer(
                    VoidNamespace.INSTANCE, retention.forgottenAtMillis(timeline.lastMillis, true));
            timeline.hasTimer = true;
        }
        Pending<S> touched = known == null ? pending.add(key) : known;
        touched.touch(timeline, readBefore);
        return touched;
    }

    private void forget(Pending<S> known) {
        entries.clear();
        if (known != null) {
            known.drop();
        }
    }

    private void send(Pending<S> touched) throws Exception {
        setCurrentKey(touched.key);
        TimelineState<S> timeline = touched.timeline();
        entries.append(touched.appended);
        timelines.update(timeline);
        derivation.changed(timeline.automaton, touched.sentUpTo(), emitter(touched.key, timeline.count));
    }

    private void scheduleLook() {
        ProcessingTimeService clock = getProcessingTimeService();
        long pauseMillis = Math.max(1, flushIntervalMillis / LOOKS_PER_INTERVAL);
        clock.registerTimer(clock.getCurrentProcessingTime() + pauseMillis, time -> {
            pending.sendDue(clock.getCurrentProcessingTime());
            scheduleLook();
        });
    }

    private void emitLive(String key, TimelineState<S> timeline) {
        derivation.live(timeline.automaton, emitter(key, timeline.count));
    }

    private Consumer<F> emitter(String key, long version) {
        return facts -> output.collect(new StreamRecord<>(logic.row(key, version, facts)));
    }

    private void reject(Located<E> located) {
        tooLateEvents.inc();
        output.collect(tooLate, new StreamRecord<>(located));
    }
}
