package io.deskpulse.streaming.timeline;

import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Binary form of {@link TimelineState}; one subclass per automaton, so that a restored job finds the right one by name.
 *
 * @param <S> state of the automaton
 */
public abstract class TimelineStateCodec<S> implements Codec<TimelineState<S>> {
    private final TimelineCodec<?, S> codec;

    /** A codec for keys whose automaton {@code codec} writes. */
    protected TimelineStateCodec(TimelineCodec<?, S> codec) {
        this.codec = codec;
    }

    @Override
    public final void write(TimelineState<S> state, DataOutput out) throws IOException {
        codec.writeState(state.automaton, out);
        out.writeLong(state.count);
        out.writeLong(state.lastMillis);
        out.writeUTF(state.lastId);
        out.writeUTF(state.anchor);
        out.writeLong(state.forgottenUntilMillis);
        out.writeBoolean(state.hasTimer);
    }

    @Override
    public final TimelineState<S> read(DataInput in) throws IOException {
        S automaton = codec.readState(in);
        long count = in.readLong();
        long lastMillis = in.readLong();
        String lastId = in.readUTF();
        TimelineState<S> state = new TimelineState<>(automaton, in.readUTF());
        state.count = count;
        state.lastMillis = lastMillis;
        state.lastId = lastId;
        state.forgottenUntilMillis = in.readLong();
        state.hasTimer = in.readBoolean();
        return state;
    }
}
