package io.deskpulse.metrics.timeline;

import io.deskpulse.metrics.binary.FormId;
import java.io.DataInput;
import java.io.IOException;
import java.io.Serializable;

/**
 * A form without tags, of which savepoints may still exist. It is read and never written again.
 *
 * @param <S> state of the automaton
 */
public interface ReleasedForm<S> extends Serializable {
    /**
     * A state and what it knows.
     *
     * @param state state of the automaton
     * @param generation see {@link StateForm#generation}
     */
    record Restored<S>(S state, int generation) {}

    /** Identity, given to the form afterwards. */
    FormId id();

    /** Reads a state. */
    Restored<S> read(DataInput in) throws IOException;

    /** The anchor that the release kept as one text. */
    default Anchor anchor(String text) throws IOException {
        return Anchor.of(0, text);
    }
}
