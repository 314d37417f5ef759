package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.binary.LongSet;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecSerializer;
import io.deskpulse.streaming.codec.FormCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * Binary form of {@link TimelineState}: that of the automaton's state, with what every timeline keeps around it.
 *
 * @param <S> state of the automaton
 */
final class TimelineStateCodec<S> extends FormCodec<TimelineState<S>> {
    private static final int ANCHOR = 1;
    private static final int GENERATION = 2;
    private static final int COUNT = 3;
    private static final int LAST_TIME = 4;
    private static final int LAST_ID = 5;
    private static final int FORGOTTEN_UNTIL = 6;
    private static final int HAS_TIMER = 7;
    private static final int AUTOMATON = 8;
    private static final int IDENTITIES = 9;
    private static final int SUPERSEDED = 10;
    private static final int LAST_SUPERSEDED = 11;

    private final StateForm<S> automata;

    TimelineStateCodec(StateForm<S> automata) {
        this.automata = automata;
    }

    /** The state of an operator's keys. */
    static <S> ValueStateDescriptor<TimelineState<S>> descriptor(StateForm<S> automata) {
        return new ValueStateDescriptor<>("timeline", new CodecSerializer<>(new TimelineStateCodec<>(automata)));
    }

    @Override
    public String id() {
        return automata.id().toString();
    }

    @Override
    public boolean replaces(String olderId) {
        return automata.released().stream()
                .map(ReleasedForm::id)
                .map(FormId::toString)
                .anyMatch(olderId::equals);
    }

    @Override
    protected FormId form() {
        return automata.id();
    }

    @Override
    public Codec<TimelineState<S>> duplicate() {
        return new TimelineStateCodec<>(automata);
    }

    @Override
    public void write(TimelineState<S> state, DataOutput out) throws IOException {
        FormWriter form = begin();
        // In front of the automaton, which then only refers to the names in it.
        form.group(ANCHOR);
        state.anchor.write(form);
        form.endUnlessEmpty();
        form.number(GENERATION, state.generation);
        form.number(COUNT, state.count);
        form.number(LAST_TIME, state.lastMillis);
        form.text(LAST_ID, state.lastId);
        form.instant(FORGOTTEN_UNTIL, state.forgottenUntilMillis, state.lastMillis, TimelineState.NEVER);
        form.flag(HAS_TIMER, state.hasTimer);
        if (state.identities != null) {
            state.identities.write(IDENTITIES, form);
        }
        form.number(SUPERSEDED, state.superseded);
        form.instant(LAST_SUPERSEDED, state.lastSupersededMillis, state.lastMillis, TimelineState.NEVER);
        form.group(AUTOMATON);
        automata.write(state.automaton, form);
        form.end();
        form.writeFramed(out);
    }

    @Override
    public TimelineState<S> read(DataInput in) throws IOException {
        FormReader form = begin(in);
        TimelineState<S> state = new TimelineState<>(null, 0, Anchor.NONE);
        for (int tag = form.next(); tag != FormReader.END; tag = form.next()) {
            switch (tag) {
                case ANCHOR -> {
                    form.group();
                    state.anchor = Anchor.read(form);
                }
                case GENERATION -> state.generation = form.count();
                case COUNT -> state.count = form.number();
                case LAST_TIME -> state.lastMillis = form.number();
                case LAST_ID -> state.lastId = form.text();
                case FORGOTTEN_UNTIL -> state.forgottenUntilMillis = form.instant(state.lastMillis);
                case HAS_TIMER -> state.hasTimer = form.flag();
                case IDENTITIES -> state.identities = LongSet.read(form);
                case SUPERSEDED -> state.superseded = form.number();
                case LAST_SUPERSEDED -> state.lastSupersededMillis = form.instant(state.lastMillis);
                case AUTOMATON -> {
                    form.group();
                    state.automaton = automata.read(form);
                }
                default -> {}
            }
        }
        if (state.automaton == null) {
            throw form.damaged("there is no automaton in it");
        }
        return state;
    }
}
