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

    /** Events whose rows are sent: the automaton had read as many at the last flush. */
    long sentUntil;

    Pending(TimelineState<S> timeline, long sentUntil) {
        this.timeline = timeline;
        this.sentUntil = sentUntil;
    }
}
