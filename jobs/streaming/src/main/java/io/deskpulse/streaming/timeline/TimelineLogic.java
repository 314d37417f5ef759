package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.io.Serializable;

/**
 * What a family of facts supplies to the timeline shell.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <F> content of a row
 * @param <R> a row with its key and version
 */
public interface TimelineLogic<E extends TimelineEvent, S, F, R> extends Serializable {
    /** A new automaton for one operator instance. */
    Derivation<E, S, F> derivation();

    /** How events and automaton are kept. */
    TimelineCodec<E, S> codec();

    /** How the whole of a key's state is kept. */
    TimelineStateCodec<S> stateCodec();

    /** How long a silent key is kept. */
    Retention retention();

    /**
     * The row of key {@code key} with this content.
     *
     * @param version distinct events of the key known; rows that bring a version of their own ignore it
     */
    R row(String key, long version, F facts);
}
