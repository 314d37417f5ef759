package io.deskpulse.streaming.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Binary form of the elements of one stream or state. Implementations are stateless, or say so by {@link #duplicate}.
 *
 * <p>A state outlives the classes that wrote it, so its codec has an id of its own and is listed by a {@link StateCodecs}: that is
 * where a restored job finds it.
 */
public interface Codec<T> extends Serializable {
    /** Writes one element. */
    void write(T element, DataOutput out) throws IOException;

    /** Reads what {@link #write} wrote. */
    T read(DataInput in) throws IOException;

    /**
     * Identity of the binary form: codecs of one id read what each other wrote. The class name by default, which serves what only
     * travels within one run of a job.
     */
    default String id() {
        return getClass().getName();
    }

    /** Whether a state that the codec of another id wrote is, once read by that, written by this one from then on. */
    default boolean replaces(String olderId) {
        return false;
    }

    /** One for another thread: a codec that keeps something between elements is no other's. */
    default Codec<T> duplicate() {
        return this;
    }
}
