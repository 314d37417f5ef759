package io.deskpulse.streaming.ticks;

import io.deskpulse.metrics.hotspots.ShopHotspots;
import io.deskpulse.metrics.timeline.Deliveries;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.CodecSerializer;
import io.deskpulse.streaming.timeline.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Reads the events of each key in the order of event time, each once, tick by tick.
 *
 * <p>Keyed by a {@link io.deskpulse.streaming.facts.ShopKey}. In: events in any order, each as often and with as many contents as it is
 * delivered. They wait until the watermark passes the end of their tick; of the deliveries of one event that with the smallest time and
 * content is kept. Out: what the automaton makes of them, at the end of their tick and before the watermark that ended it, so that it is
 * never late for whom comes next. An event whose tick is over is counted, and the automaton takes note of it; nothing follows. One that
 * cannot matter any more is counted as idle and does not wait. State per
 * key: the automaton, waiting events, identities of all events as hashes; forgotten by an event-time timer once the key has been silent
 * for its retention. Which keys wait for which tick is known beside the state and found again in it at a restore: as timers they would
 * stand among those of all silent keys, which made them the dearest part of an event.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <O> what follows
 */
public final class TickOperator<E extends TimelineEvent, S, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<Located<E>, O>, Triggerable<String, VoidNamespace> {
    /** A tick of event time, milliseconds. */
    public static final long TICK_MILLIS = ShopHotspots.TICK_MILLIS;

    /** How exactly it is known when a key was last heard of: so seldom does an event that changes nothing else write its state. */
    private static final long HEARD_MILLIS = 3_600_000L;

    /** The name that Flink's own operators give their timers, by which the savepoints of a released build know them. */
    private static final String TIMERS = "user-timers";

    private static final long serialVersionUID = 1L;

    private final TickFamily<E, S, O> family;
    private transient TickReader<E, S, O> reader;
    private transient ValueState<TickState<E, S>> states;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient DueKeys due;
    private transient TickOutput<O> told;
    private transient Counter idle;
    private transient Counter duplicates;
    private transient Counter late;
    private transient Map<String, Counter> counters;

    /** An operator of a family. */
    public TickOperator(TickFamily<E, S, O> family) {
        this.family = family;
    }

    @Override
    public void open() throws Exception {
        super.open();
        reader = family.reader();
        ValueStateDescriptor<TickState<E, S>> descriptor = new ValueStateDescriptor<>(
                "tick-state", new CodecSerializer<>(new TickStateCodec<>(family.states(), family.events())));
        states = getRuntimeContext().getState(descriptor);
        timers = getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        told = new Told();
        idle = getMetricGroup().counter("idleEvents");
        duplicates = getMetricGroup().counter("duplicateEvents");
        late = getMetricGroup().counter("lateEvents");
        counters = new HashMap<>();
        due = new DueKeys();
        getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        descriptor,
                        (key, state) -> state.value().waiting.forEach(event -> due.add(tickEnd(event), (String) key)));
    }

    @Override
    public void processElement(StreamRecord<Located<E>> element) throws Exception {
        E event = element.getValue().event();
        TickState<E, S> state = states.value();
        if (state == null) {
            state = new TickState<>((String) getCurrentKey(), reader.start());
        }
        boolean isIdle = !reader.mayMatter(state.automaton, event);
        boolean isLater = heardAt(state, event);
        if (isIdle) {
            idle.inc();
        } else if (state.identities.add(event.identityHash())) {
            take(state, event);
        } else {
            duplicates.inc();
            takeAgain(state, event);
        }
        if (isLater || !isIdle) {
            watch(state);
            states.update(state);
        }
    }

    /** Reads the ticks that have ended, then goes on as the watermark does. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        while (due.isDue(mark.getTimestamp())) {
            long end = due.nextEnd();
            for (String key : due.take()) {
                setCurrentKey(key);
                readUntil(end);
            }
        }
        super.processWatermark(mark);
    }

    /** Looks whether a key may be forgotten. Released builds had timers at the ends of ticks as well, at which there is nothing to do. */
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        TickState<E, S> state = states.value();
        if (state == null || state.lookMillis > timer.getTimestamp()) {
            return;
        }
        if (state.waiting.isEmpty() && forgottenAtMillis(state) <= timer.getTimestamp()) {
            states.clear();
            return;
        }
        state.lookMillis = TickState.NEVER;
        watch(state);
        states.update(state);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no processing-time timer is ever registered");
    }

    /** The first millisecond of the tick that an instant lies in. */
    public static long tickBeginMillis(long millis) {
        return Math.floorDiv(millis, TICK_MILLIS) * TICK_MILLIS;
    }

    /** The last millisecond of an event's tick. */
    private static long tickEnd(TimelineEvent event) {
        return tickBeginMillis(event.timeMillis()) + TICK_MILLIS - 1;
    }

    /** Reads what the current key has waiting up to the end of a tick. */
    private void readUntil(long endMillis) throws Exception {
        TickState<E, S> state = states.value();
        if (state == null) {
            return;
        }
        List<E> ended = state.takeUntil(endMillis);
        if (!ended.isEmpty()) {
            ended.forEach(event -> reader.read(state.automaton, event, told));
            states.update(state);
        }
    }

    private void take(TickState<E, S> state, E event) {
        if (tickEnd(event) <= timers.currentWatermark()) {
            late.inc();
            reader.readLate(state.automaton, event);
        } else {
            state.waiting.add(event);
            due.add(tickEnd(event), state.key);
        }
    }

    /** A further delivery takes the place of one that still waits, if it is the one to keep. */
    private void takeAgain(TickState<E, S> state, E event) {
        for (int i = 0; i < state.waiting.size(); i++) {
            E known = state.waiting.get(i);
            if (known.isSameEvent(event) && tickEnd(event) > timers.currentWatermark()) {
                E kept = Deliveries.of(List.of(known, event), family.events())
                        .kept()
                        .get(0);
                state.waiting.set(i, kept);
                due.add(tickEnd(kept), state.key);
            }
        }
    }

    /** Takes note of when the key was heard of, to the hour; whether that is later than known. */
    private static boolean heardAt(TickState<?, ?> state, TimelineEvent event) {
        long heard = -Math.floorDiv(-event.timeMillis(), HEARD_MILLIS) * HEARD_MILLIS;
        boolean isLater = heard > state.lastMillis;
        state.lastMillis = isLater ? heard : state.lastMillis;
        return isLater;
    }

    /** Makes sure that somebody looks, once the key may have to go. */
    private void watch(TickState<E, S> state) {
        if (state.lookMillis == TickState.NEVER && !family.retention().isForever()) {
            long nowMillis = timers.currentWatermark();
            long soonest =
                    Math.max(state.lastMillis, nowMillis) + family.retention().atRestMillis();
            state.lookMillis = Math.max(Math.min(forgottenAtMillis(state), soonest), nowMillis + 1);
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, state.lookMillis);
        }
    }

    private long forgottenAtMillis(TickState<E, S> state) {
        Retention retention = family.retention();
        return state.lastMillis
                + (reader.isAtRest(state.automaton) ? retention.atRestMillis() : retention.openMillis());
    }

    /** Where the outputs go. */
    private final class Told implements TickOutput<O> {
        @Override
        public void collect(O element) {
            output.collect(new StreamRecord<>(element));
        }

        @Override
        public <X> void aside(OutputTag<X> tag, X element) {
            output.collect(tag, new StreamRecord<>(element));
        }

        @Override
        public void count(String counter) {
            counters.computeIfAbsent(counter, getMetricGroup()::counter).inc();
        }
    }
}
