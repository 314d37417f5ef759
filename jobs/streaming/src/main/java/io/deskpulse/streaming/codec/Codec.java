package io.deskpulse.streaming.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Binary form of the elements of one stream or state.
 *
 * <p>Implementations are stateless and have a public no-argument constructor: a restored job makes its codecs by class name.
 * A change of the binary form is a change of state and needs a new class, which names the old one in {@link #replaces}.
 */
public interface Codec<T> extends Serializable {
    /** Writes one element. */
    void write(T element, DataOutput out) throws IOException;

    /** Reads what {@link #write} wrote. */
    T read(DataInput in) throws IOException;

    /** Whether a state that {@code older} wrote is, once read by it, written by this codec from then on. */
    default boolean replaces(Codec<?> older) {
        return false;
    }
}
