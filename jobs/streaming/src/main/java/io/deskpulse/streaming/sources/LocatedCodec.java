package io.deskpulse.streaming.sources;

import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.timeline.Located;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Binary form of an event with its place in Kafka; one subclass per event.
 *
 * @param <E> event
 */
public abstract class LocatedCodec<E> implements Codec<Located<E>> {

    /** Writes the event. */
    protected abstract void writeEvent(E event, DataOutput out) throws IOException;

    /** Reads what {@link #writeEvent} wrote. */
    protected abstract E readEvent(DataInput in) throws IOException;

    @Override
    public final void write(Located<E> located, DataOutput out) throws IOException {
        writeEvent(located.event(), out);
        out.writeInt(located.partition());
        out.writeLong(located.offset());
    }

    @Override
    public final Located<E> read(DataInput in) throws IOException {
        return new Located<>(readEvent(in), in.readInt(), in.readLong());
    }
}
