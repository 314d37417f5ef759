package io.deskpulse.streaming.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A key that was touched lately: its state as it is now, and the entries its list still lacks, unless all of it is written.
 *
 * @param <S> state of the automaton
 */
final class Pending<S> {
    final String key;
    final List<byte[]> appended = new ArrayList<>(2);

    /** Null when nothing happened since rows of this key last left. */
    TimelineState<S> timeline;

    /** How much the automaton had read when rows of this key last left. */
    long sentUpTo;

    /** When rows of this key last left, by the wall clock. */
    long sentAtMillis;

    Pending(String key) {
        this.key = key;
    }

    boolean isTouched() {
        return timeline != null;
    }

    /** Its state is written and its rows have left, or it is forgotten. */
    void settle() {
        timeline = null;
        appended.clear();
    }
}
