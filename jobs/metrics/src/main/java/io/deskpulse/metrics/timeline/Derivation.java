package io.deskpulse.metrics.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Facts as a pure function of a set of events: an automaton that reads the events of one key in order.
 *
 * <p>The streaming shell advances {@code S} event by event and re-reads the timeline when one arrives out of order; {@link
 * #derive} reads a whole set at once. Both use the same automaton, so they cannot disagree, and nothing here knows arrival
 * order, wall clock or timers.
 *
 * @param <E> event of the key
 * @param <S> mutable state of the automaton: everything the rest of the timeline may still need
 * @param <F> one fact row, without its key and version
 */
public interface Derivation<E extends TimelineEvent, S, F> {

    /** The state before any event. */
    S start();

    /**
     * Reads the next event in {@link TimelineEvent#ORDER}.
     *
     * @param finished receives, complete, each row that leaves the state because no later event can change it
     */
    void advance(S state, E event, Consumer<F> finished);

    /** Hands out the rows still held in the state, that is, all rows a later event could change. */
    void live(S state, Consumer<F> rows);

    /** The state with which a timeline goes on after a silence longer than the retention; by default a new one. */
    default S restart(S forgotten) {
        return start();
    }

    /** How many events the state has read; 0 always from an automaton that cannot tell which rows they touched. */
    default long eventsRead(S state) {
        return 0;
    }

    /**
     * Hands out the live rows that events after the first {@code afterEvents} touched; by default all live rows.
     *
     * <p>An automaton that leaves rows out gives each row its own version: its highest version must be that of the most
     * complete knowledge even if a crashed attempt wrote the row from another part of the events. The number of events up to
     * and including the last that touched the row is such a version, provided that the content changes only when the row is
     * touched, and that an event which touches a row still does so when more events before it are known.
     *
     * @param afterEvents what {@link #eventsRead} said when the rows were last handed out; 0 for all
     */
    default void changed(S state, long afterEvents, Consumer<F> rows) {
        live(state, rows);
    }

    /**
     * Whether a state restored from an older form lacks what only the events can tell; never of a state that has read its events
     * since. Its events are read again before the next one.
     */
    default boolean isIncomplete(S state) {
        return false;
    }

    /** Whether nothing waits for a later event (no open round, no open wait): such a key may be forgotten sooner. */
    boolean atRest(S state);

    /**
     * Whether a row tells of the whole key, so that a silence never begins a new timeline: what comes while the key may still be
     * remembered goes on with it, what comes later is too late, be it remembered or not.
     *
     * <p>False where rows belong to a day as well, as a day's row is never the one that was forgotten.
     */
    default boolean outlastsSilence() {
        return false;
    }

    /**
     * All rows of one key, from its events in any order and with any duplicates.
     *
     * @param retention how long a silent key is remembered before its next event starts anew
     */
    default List<F> derive(Collection<? extends E> events, Retention retention) {
        TreeSet<E> distinct = new TreeSet<>(TimelineEvent.ORDER);
        distinct.addAll(events);
        List<F> rows = new ArrayList<>();
        S state = replay(distinct.iterator(), retention, rows::add);
        live(state, rows::add);
        return rows;
    }

    /**
     * Reads distinct events in order, starting anew after each silence longer than the retention, or going on as {@link
     * #outlastsSilence} says; events that are too late for that are passed over.
     *
     * @param finished receives every row that no later event can change
     * @return the state after the last event
     */
    default S replay(Iterator<? extends E> ordered, Retention retention, Consumer<F> finished) {
        S state = start();
        long lastMillis = Long.MAX_VALUE;
        while (ordered.hasNext()) {
            E event = ordered.next();
            boolean atRest = atRest(state);
            if (retention.startsAnew(lastMillis, event.timeMillis(), atRest)) {
                if (!outlastsSilence()) {
                    live(state, finished);
                    state = restart(state);
                } else if (event.timeMillis() > retention.forgottenAtMillis(lastMillis, atRest)) {
                    break;
                }
            }
            advance(state, event, finished);
            lastMillis = event.timeMillis();
        }
        return state;
    }
}
