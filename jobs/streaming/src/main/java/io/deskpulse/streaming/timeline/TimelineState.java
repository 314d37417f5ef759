package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.TimelineEvent;

/**
 * What is kept of a key beside the list of its events.
 *
 * @param <S> state of the automaton that read the list
 */
final class TimelineState<S> {
    /** No timeline of this key was ever cut off. */
    static final long NEVER = Long.MIN_VALUE;

    S automaton;
    /** What the automaton knows; see {@link io.deskpulse.metrics.timeline.StateForm#generation}. */
    int generation;
    /** Distinct events read: the version of the rows. */
    long count;
    /** Place of the last event. */
    long lastMillis;

    String lastId;
    /** What the entries of the list need not repeat. */
    Anchor anchor;
    /** Events at or before this instant belong to a timeline that was cut off, {@link #NEVER} when none was. */
    long forgottenUntilMillis = NEVER;
    /** Whether a timer will look after this key. */
    boolean hasTimer;

    TimelineState(S automaton, int generation, Anchor anchor) {
        this.automaton = automaton;
        this.generation = generation;
        this.anchor = anchor;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Where an event stands to the last one: negative before, 0 the same, positive after. */
    int comparePlace(TimelineEvent event) {
        if (isEmpty()) {
            return 1;
        }
        int byTime = Long.compare(event.timeMillis(), lastMillis);
        return byTime != 0 ? byTime : event.eventId().compareTo(lastId);
    }

    /** The automaton has read an event that lies after the last. */
    void appended(TimelineEvent event) {
        count++;
        lastMillis = event.timeMillis();
        lastId = event.eventId();
    }
}
