package io.deskpulse.streaming.timeline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Binary form of what a key keeps: the entries of its timeline and the state of its automaton.
 *
 * @param <E> event
 * @param <S> state of the automaton
 */
public interface TimelineCodec<E, S> extends Serializable {
    /** What nearly all events of a key share beside the key, so that entries need not repeat it; from its first event. */
    String anchor(E event);

    /** Writes an event without its key. */
    void writeEntry(E event, String anchor, DataOutput out) throws IOException;

    /** Reads what {@link #writeEntry} wrote under the same anchor. */
    E readEntry(String key, String anchor, DataInput in) throws IOException;

    /** Writes the automaton's state. */
    void writeState(S state, DataOutput out) throws IOException;

    /** Reads what {@link #writeState} wrote. */
    S readState(DataInput in) throws IOException;
}
