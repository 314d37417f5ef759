package io.deskpulse.streaming.sources;

import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.deadletters.DeadLetterCodec;
import io.deskpulse.streaming.timeline.Located;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Binary form of {@link Decoded}; used only where Flink cannot chain the source to what follows it.
 *
 * @param <E> event
 */
final class DecodedCodec<E> implements Codec<Decoded<E>> {
    private final Codec<Located<E>> events;
    private final DeadLetterCodec letters = new DeadLetterCodec();

    DecodedCodec(Codec<Located<E>> events) {
        this.events = events;
    }

    @Override
    public void write(Decoded<E> decoded, DataOutput out) throws IOException {
        out.writeBoolean(decoded.event() != null);
        if (decoded.event() != null) {
            events.write(decoded.event(), out);
        } else {
            letters.write(decoded.rejected(), out);
        }
    }

    @Override
    public Decoded<E> read(DataInput in) throws IOException {
        return in.readBoolean() ? new Decoded<>(events.read(in), null) : new Decoded<>(null, letters.read(in));
    }
}
