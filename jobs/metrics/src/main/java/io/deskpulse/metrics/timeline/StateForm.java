package io.deskpulse.metrics.timeline;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * Binary form of the state of one automaton.
 *
 * <p>A new field is a new tag. Where its default is right for states written without it, that is all. Where only the events can
 * tell, {@link #generation} is raised as well, and such states are derived again. Stateless.
 *
 * @param <S> state of the automaton
 */
public interface StateForm<S> extends Serializable {
    /** Identity of the form; savepoints name it. */
    FormId id();

    /**
     * How often the automaton came to keep something that an older state lacks and only events can tell. A state of an earlier
     * generation is derived again from its events when the next one comes.
     */
    default int generation() {
        return 0;
    }

    /** Writes a state as fields. */
    void write(S state, FormWriter out);

    /** Reads the fields that {@link #write} wrote. */
    S read(FormReader in) throws IOException;

    /** The forms in which releases wrote such states before there were tags. */
    List<ReleasedForm<S>> released();
}
