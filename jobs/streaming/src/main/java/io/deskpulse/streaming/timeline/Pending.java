package io.deskpulse.streaming.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A key touched since the last flush: its state as it is now, and the entries its list still lacks.
 *
 * @param <S> state of the automaton
 */
final class Pending<S> {
    final TimelineState<S> timeline;
    final List<byte[]> appended = new ArrayList<>(2);

    /** How much the automaton had read when rows of this key last left. */
    long sentUpTo;

    Pending(TimelineState<S> timeline, long sentUpTo) {
        this.timeline = timeline;
        this.sentUpTo = sentUpTo;
    }
}
