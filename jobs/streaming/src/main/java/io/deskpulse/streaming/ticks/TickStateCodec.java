package io.deskpulse.streaming.ticks;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.binary.LongSet;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.FormCodec;
import io.deskpulse.streaming.facts.ShopKey;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Binary form of {@link TickState}: that of the automaton's state, with what every key keeps around it.
 *
 * @param <E> event
 * @param <S> state of the automaton
 */
public final class TickStateCodec<E extends TimelineEvent, S> extends FormCodec<TickState<E, S>> {
    private static final int KEY = 1;
    private static final int LAST = 2;
    private static final int LOOK = 3;
    private static final int AUTOMATON = 4;
    private static final int IDENTITIES = 5;
    private static final int WAITING = 6;

    private final StateForm<S> automata;
    private final EventForm<E> events;

    /** A codec of states in this form, with events in that one. */
    public TickStateCodec(StateForm<S> automata, EventForm<E> events) {
        this.automata = automata;
        this.events = events;
    }

    @Override
    public String id() {
        return automata.id().toString();
    }

    @Override
    protected FormId form() {
        return automata.id();
    }

    @Override
    public Codec<TickState<E, S>> duplicate() {
        return new TickStateCodec<>(automata, events);
    }

    @Override
    public void write(TickState<E, S> state, DataOutput out) throws IOException {
        FormWriter form = begin();
        form.text(KEY, state.key);
        form.instant(LAST, state.lastMillis, 0, TickState.NONE);
        form.instant(LOOK, state.lookMillis, 0, TickState.NEVER);
        form.group(AUTOMATON);
        automata.write(state.automaton, form);
        form.end();
        state.identities.write(IDENTITIES, form);
        for (E event : state.waiting) {
            form.group(WAITING);
            events.write(event, Anchor.NONE, form);
            form.end();
        }
        form.writeFramed(out);
    }

    @Override
    public TickState<E, S> read(DataInput in) throws IOException {
        FormReader form = begin(in);
        form.require(KEY);
        String key = form.text();
        long lastMillis = TickState.NONE;
        long lookMillis = TickState.NEVER;
        S automaton = null;
        LongSet identities = new LongSet();
        List<E> waiting = new ArrayList<>(0);
        for (int tag = form.next(); tag != FormReader.END; tag = form.next()) {
            switch (tag) {
                case LAST -> lastMillis = form.instant(0);
                case LOOK -> lookMillis = form.instant(0);
                case AUTOMATON -> {
                    form.group();
                    automaton = automata.read(form);
                }
                case IDENTITIES -> identities = LongSet.read(form);
                case WAITING -> {
                    form.group();
                    waiting.add(events.read(ShopKey.shopId(key), ShopKey.id(key), Anchor.NONE, form));
                }
                default -> {}
            }
        }
        if (automaton == null) {
            throw form.damaged("there is no state in it");
        }
        TickState<E, S> state = new TickState<>(key, automaton);
        state.lastMillis = lastMillis;
        state.lookMillis = lookMillis;
        state.identities = identities;
        state.waiting.addAll(waiting);
        return state;
    }
}
