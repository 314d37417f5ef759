package io.deskpulse.streaming.timeline;

/**
 * What is kept of a key beside the list of its events.
 *
 * @param <S> state of the automaton that read the list
 */
final class TimelineState<S> {
    /** No timeline of this key was ever cut off. */
    static final long NEVER = Long.MIN_VALUE;

    S automaton;
    /** Distinct events read: the version of the rows. */
    long count;
    /** Place of the last event. */
    long lastMillis;

    String lastId;
    /** What the entries of the list need not repeat; see {@link TimelineCodec#anchor}. */
    String anchor;
    /** Events at or before this instant belong to a timeline that was cut off, {@link #NEVER} when none was. */
    long forgottenUntilMillis = NEVER;
    /** Whether a timer will look after this key. */
    boolean hasTimer;

    TimelineState(S automaton, String anchor) {
        this.automaton = automaton;
        this.anchor = anchor;
    }

    /** Where an event at this place stands to the last one: negative before, 0 the same, positive after. */
    int comparePlace(long timeMillis, String eventId) {
        int byTime = Long.compare(timeMillis, lastMillis);
        return byTime != 0 ? byTime : eventId.compareTo(lastId);
    }
}
