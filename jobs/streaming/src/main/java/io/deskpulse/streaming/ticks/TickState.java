package io.deskpulse.streaming.ticks;

import io.deskpulse.metrics.binary.LongSet;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a key.
 *
 * @param <E> event
 * @param <S> state of the automaton
 */
final class TickState<E, S> {
    /** No event is known. */
    static final long NONE = Long.MIN_VALUE;

    /** Nobody looks whether it may be forgotten. */
    static final long NEVER = Long.MAX_VALUE;

    final String key;
    final S automaton;
    /** {@link io.deskpulse.metrics.timeline.TimelineEvent#identityHash} of each event known. */
    LongSet identities = new LongSet();
    /** Events whose tick is not over, in no order. */
    final List<E> waiting = new ArrayList<>(1);

    long lastMillis = NONE;
    /** When it is looked whether it may be forgotten; {@link #NEVER} while nobody does. */
    long lookMillis = NEVER;

    TickState(String key, S automaton) {
        this.key = key;
        this.automaton = automaton;
    }
}
