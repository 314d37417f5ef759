package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Reads {@link TimelineState} as a release wrote it before there were tags.
 *
 * @param <S> state of the automaton
 */
final class ReleasedTimelineCodec<S> implements Codec<TimelineState<S>> {
    private final ReleasedForm<S> automata;

    ReleasedTimelineCodec(ReleasedForm<S> automata) {
        this.automata = automata;
    }

    @Override
    public String id() {
        return automata.id().toString();
    }

    /** Never called by Flink, which writes what it has read by the codec of today. */
    @Override
    public void write(TimelineState<S> state, DataOutput out) {
        throw new UnsupportedOperationException("state of the form " + id() + " is only read");
    }

    @Override
    public TimelineState<S> read(DataInput in) throws IOException {
        ReleasedForm.Restored<S> automaton = automata.read(in);
        long count = in.readLong();
        long lastMillis = in.readLong();
        String lastId = in.readUTF();
        TimelineState<S> state =
                new TimelineState<>(automaton.state(), automaton.generation(), automata.anchor(in.readUTF()));
        state.count = count;
        state.lastMillis = lastMillis;
        state.lastId = lastId;
        state.forgottenUntilMillis = in.readLong();
        state.hasTimer = in.readBoolean();
        return state;
    }
}
