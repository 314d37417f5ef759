package io.deskpulse.metrics.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Facts as a pure function of a set of deliveries: an automaton that reads the events of one key in order.
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

    /** Whether nothing waits for a later event (no open round, no open wait): such a key may be forgotten sooner. */
    boolean atRest(S state);

    /** How its events are written, and so compared where one was delivered with several contents. */
    EventForm<E> events();

    /**
     * All rows of one key, from deliveries of its events in any order, each as often as it came.
     *
     * @param retention how long a silent key is remembered, and what its next event is then
     */
    default List<F> derive(Collection<? extends E> deliveries, Retention retention) {
        return derive(Deliveries.of(deliveries, events()), retention);
    }

    /** The same of deliveries among which those that are kept are known. */
    default List<F> derive(Deliveries<E> deliveries, Retention retention) {
        List<F> rows = new ArrayList<>();
        S state = replay(deliveries.kept().iterator(), retention, rows::add);
        live(state, rows::add);
        return rows;
    }

    /**
     * Reads distinct events in order, starting anew after a silence or passing over what is too late as the retention says.
     *
     * @param finished receives every row that no later event can change
     * @return the state after the last event
     */
    default S replay(Iterator<? extends E> ordered, Retention retention, Consumer<F> finished) {
        S state = start();
        long lastMillis = Retention.NOTHING_BEFORE;
        while (ordered.hasNext()) {
            E event = ordered.next();
            Sequel sequel = retention.sequel(lastMillis, event.timeMillis(), atRest(state));
            if (sequel == Sequel.TOO_LATE) {
                break; // and so is what comes after it
            } else if (sequel == Sequel.STARTS_ANEW) {
                live(state, finished);
                state = VersionedDerivation.restart(this, state);
            }
            advance(state, event, finished);
            lastMillis = event.timeMillis();
        }
        return state;
    }
}
