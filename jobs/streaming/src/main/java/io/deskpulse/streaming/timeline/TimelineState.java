package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.binary.LongSet;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.Deliveries;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.List;

/**
 * What is kept of a key beside the list of its deliveries.
 *
 * @param <S> state of the automaton that read the list
 */
final class TimelineState<S> {
    /** No timeline of this key was ever cut off, or nothing was ever superseded. */
    static final long NEVER = Long.MIN_VALUE;

    S automaton;
    /** What the automaton knows; see {@link io.deskpulse.metrics.timeline.StateForm#generation}. */
    int generation;
    /** Distinct deliveries known: the version of the rows. */
    long count;
    /** How many of them are not kept, as another one of their event is. */
    long superseded;
    /** Time of the latest of those, {@link #NEVER} when there is none. */
    long lastSupersededMillis = NEVER;
    /** Place of the last event. */
    long lastMillis;

    String lastId;
    /** {@link TimelineEvent#identityHash} of each event known; null in a state of a release that kept none. */
    LongSet identities;
    /** What the events of the list need not repeat. */
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

    /** Whether rows cannot be told from the automaton alone, as some delivery was superseded. */
    boolean isRetold() {
        return superseded > 0;
    }

    /** Whether an event is read after all that are known; of one at the very place of the last only the list can tell. */
    boolean endsBefore(TimelineEvent event) {
        if (isEmpty() || event.timeMillis() > lastMillis) {
            return true;
        }
        return event.timeMillis() == lastMillis && event.eventId().compareTo(lastId) > 0;
    }

    /** When something of this key was last heard of, superseded or not. */
    long lastHeardMillis() {
        return Math.max(lastMillis, lastSupersededMillis);
    }

    /** The automaton has read a new event that lies after the last. */
    void appended(TimelineEvent event) {
        count++;
        lastMillis = event.timeMillis();
        lastId = event.eventId();
    }

    /** These are the deliveries known. */
    void know(Deliveries<?> deliveries) {
        List<? extends TimelineEvent> kept = deliveries.kept();
        TimelineEvent last = kept.get(kept.size() - 1);
        lastMillis = last.timeMillis();
        lastId = last.eventId();
        count = deliveries.size();
        superseded = deliveries.superseded().size();
        lastSupersededMillis = deliveries.superseded().stream()
                .mapToLong(TimelineEvent::timeMillis)
                .max()
                .orElse(NEVER);
    }
}
