package io.deskpulse.streaming.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A key that was touched lately: its state as it is now, and the events its list still lacks.
 *
 * @param <S> state of the automaton
 */
final class Pending<S> {
    final String key;
    final List<byte[]> appended = new ArrayList<>(2);

    /** Null when the key was forgotten. */
    private TimelineState<S> timeline;

    private boolean touched;

    /** How much the automaton had read when rows of this key last left. */
    private long sentUpTo;

    Pending(String key) {
        this.key = key;
    }

    /** Something happened: rows of events after the first {@code readBefore} are to be sent. */
    void touch(TimelineState<S> now, long readBefore) {
        timeline = now;
        sentUpTo = touched ? Math.min(sentUpTo, readBefore) : readBefore;
        touched = true;
    }

    /** Its state is written and its rows have left. */
    void settle() {
        touched = false;
        appended.clear();
    }

    /** Nothing of it is to be written or known any more. */
    void drop() {
        touched = false;
        appended.clear();
        timeline = null;
    }

    boolean isTouched() {
        return touched;
    }

    TimelineState<S> timeline() {
        return timeline;
    }

    long sentUpTo() {
        return sentUpTo;
    }
}
