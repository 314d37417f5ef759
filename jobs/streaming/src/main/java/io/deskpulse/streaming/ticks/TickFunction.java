package io.deskpulse.streaming.ticks;

import io.deskpulse.metrics.hotspots.ShopHotspots;
import io.deskpulse.metrics.timeline.Deliveries;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.CodecSerializer;
import io.deskpulse.streaming.timeline.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
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
 * for its retention. One timer a key and tick.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <O> what follows
 */
public final class TickFunction<E extends TimelineEvent, S, O> extends KeyedProcessFunction<String, Located<E>, O> {
    /** A tick of event time, milliseconds. */
    public static final long TICK_MILLIS = ShopHotspots.TICK_MILLIS;

    private static final long serialVersionUID = 1L;

    private final TickFamily<E, S, O> family;
    private transient TickReader<E, S, O> reader;
    private transient ValueState<TickState<E, S>> states;
    private transient Counter idle;
    private transient Counter duplicates;
    private transient Counter late;
    private transient Map<String, Counter> counters;

    /** A function of a family. */
    public TickFunction(TickFamily<E, S, O> family) {
        this.family = family;
    }

    @Override
    public void open(OpenContext context) {
        reader = family.reader();
        states = getRuntimeContext()
                .getState(new ValueStateDescriptor<>(
                        "tick-state", new CodecSerializer<>(new TickStateCodec<>(family.states(), family.events()))));
        idle = getRuntimeContext().getMetricGroup().counter("idleEvents");
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateEvents");
        late = getRuntimeContext().getMetricGroup().counter("lateEvents");
        counters = new HashMap<>();
    }

    @Override
    public void processElement(Located<E> located, Context context, Collector<O> out) throws Exception {
        E event = located.event();
        TickState<E, S> state = states.value();
        if (state == null) {
            state = new TickState<>(context.getCurrentKey(), reader.start());
        }
        if (!reader.mayMatter(state.automaton, event)) {
            idle.inc();
        } else if (state.identities.add(event.identityHash())) {
            take(state, event, context);
        } else {
            duplicates.inc();
            takeAgain(state, event, context);
        }
        state.lastMillis = Math.max(state.lastMillis, event.timeMillis());
        watch(state, context);
        states.update(state);
    }

    @Override
    public void onTimer(long millis, OnTimerContext context, Collector<O> out) throws Exception {
        TickState<E, S> state = states.value();
        List<E> due = new ArrayList<>();
        state.waiting.removeIf(event -> event.timeMillis() <= millis && due.add(event));
        due.sort(TimelineEvent.ORDER);
        TickOutput<O> output = new Output(context, out);
        due.forEach(event -> reader.read(state.automaton, event, output));
        if (state.lookMillis <= millis) {
            if (state.waiting.isEmpty() && forgottenAtMillis(state) <= millis) {
                states.clear();
                return;
            }
            state.lookMillis = TickState.NEVER;
            watch(state, context);
        }
        states.update(state);
    }

    /** The first millisecond of the tick that an instant lies in. */
    public static long tickBeginMillis(long millis) {
        return Math.floorDiv(millis, TICK_MILLIS) * TICK_MILLIS;
    }

    /** The last millisecond of an event's tick. */
    private static long tickEndMillis(TimelineEvent event) {
        return tickBeginMillis(event.timeMillis()) + TICK_MILLIS - 1;
    }

    private void take(TickState<E, S> state, E event, Context context) {
        long endMillis = tickEndMillis(event);
        if (endMillis <= context.timerService().currentWatermark()) {
            late.inc();
            reader.readLate(state.automaton, event);
        } else {
            state.waiting.add(event);
            context.timerService().registerEventTimeTimer(endMillis);
        }
    }

    /** A further delivery takes the place of one that still waits, if it is the one to keep. */
    private void takeAgain(TickState<E, S> state, E event, Context context) {
        for (int i = 0; i < state.waiting.size(); i++) {
            E known = state.waiting.get(i);
            boolean isInTime = tickEndMillis(event) > context.timerService().currentWatermark();
            if (known.isSameEvent(event) && isInTime) {
                E kept = Deliveries.of(List.of(known, event), family.events())
                        .kept()
                        .get(0);
                state.waiting.set(i, kept);
                context.timerService().registerEventTimeTimer(tickEndMillis(kept));
            }
        }
    }

    /** Makes sure that somebody looks, once the key may have to go. */
    private void watch(TickState<E, S> state, Context context) {
        if (state.lookMillis == TickState.NEVER && !family.retention().isForever()) {
            long nowMillis = context.timerService().currentWatermark();
            long soonest =
                    Math.max(state.lastMillis, nowMillis) + family.retention().atRestMillis();
            state.lookMillis = Math.max(Math.min(forgottenAtMillis(state), soonest), nowMillis + 1);
            context.timerService().registerEventTimeTimer(state.lookMillis);
        }
    }

    private long forgottenAtMillis(TickState<E, S> state) {
        Retention retention = family.retention();
        return state.lastMillis
                + (reader.isAtRest(state.automaton) ? retention.atRestMillis() : retention.openMillis());
    }

    /** One call's outputs. */
    private final class Output implements TickOutput<O> {
        private final Context context;
        private final Collector<O> out;

        Output(Context context, Collector<O> out) {
            this.context = context;
            this.out = out;
        }

        @Override
        public void collect(O element) {
            out.collect(element);
        }

        @Override
        public <X> void aside(OutputTag<X> tag, X element) {
            context.output(tag, element);
        }

        @Override
        public void count(String counter) {
            counters.computeIfAbsent(counter, getRuntimeContext().getMetricGroup()::counter)
                    .inc();
        }
    }
}
