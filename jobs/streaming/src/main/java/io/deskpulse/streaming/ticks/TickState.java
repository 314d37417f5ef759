package io.deskpulse.streaming.ticks;

import io.deskpulse.metrics.binary.LongSet;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What is kept of a key.
 *
 * @param <E> event
 * @param <S> state of the automaton
 */
final class TickState<E extends TimelineEvent, S> {
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

    /** When an event of it was told, or up to an hour later. */
    long lastMillis = NONE;
    /** When it is looked whether it may be forgotten; {@link #NEVER} while nobody does. */
    long lookMillis = NEVER;

    TickState(String key, S automaton) {
        this.key = key;
        this.automaton = automaton;
    }

    /** Takes the events up to an instant out of those that wait, in the order in which they are read. */
    List<E> takeUntil(long endMillis) {
        List<E> taken = new ArrayList<>(waiting.size());
        for (Iterator<E> left = waiting.iterator(); left.hasNext(); ) {
            E event = left.next();
            if (event.timeMillis() <= endMillis) {
                taken.add(event);
                left.remove();
            }
        }
        taken.sort(TimelineEvent.ORDER);
        return taken;
    }
}
