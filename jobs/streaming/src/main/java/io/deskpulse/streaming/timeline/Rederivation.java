package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.facts.FactFamily;
import java.util.Collections;
import java.util.List;

/**
 * What takes a reading of the whole list: events out of order, and automata of a release that kept less.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <F> content of a row
 */
final class Rederivation<E extends TimelineEvent, S, F> {
    /** What became of an event out of order. */
    enum Outcome {
        /** It lies in the list, and the automaton has read it. */
        INSERTED,
        /** It was there already. */
        KNOWN,
        /** It may belong to what was forgotten. */
        TOO_LATE
    }

    private final FactFamily<E, S, F> family;
    private final Derivation<E, S, F> derivation;
    private final EntryList<E> entries;
    private final Forgetting<S> forgetting;
    private final Rows<E, S, F> rows;

    Rederivation(
            FactFamily<E, S, F> family,
            Derivation<E, S, F> derivation,
            EntryList<E> entries,
            Forgetting<S> forgetting,
            Rows<E, S, F> rows) {
        this.family = family;
        this.derivation = derivation;
        this.entries = entries;
        this.forgetting = forgetting;
        this.rows = rows;
    }

    /** Puts an event of the current key in its place. */
    Outcome insert(String key, Pending<S> known, TimelineState<S> timeline, E event) throws Exception {
        List<E> events = entries.read(key, timeline.anchor, known);
        int found = Collections.binarySearch(events, event, TimelineEvent.ORDER);
        int position = -found - 1;
        if (found >= 0) {
            return Outcome.KNOWN;
        } else if (position == 0 && forgetting.isTooLate(timeline, event.timeMillis())) {
            return Outcome.TOO_LATE;
        }
        events.add(position, event);
        entries.replace(events, timeline.anchor);
        timeline.count++;
        replay(key, timeline, events);
        return Outcome.INSERTED;
    }

    /** Completes the automaton of the current key if it comes from a release that kept less; whether it did. */
    boolean complete(String key, Pending<S> known, TimelineState<S> timeline) throws Exception {
        boolean isIncomplete = timeline.generation < family.states().generation();
        if (isIncomplete) {
            replay(key, timeline, entries.read(key, timeline.anchor, known));
        }
        return isIncomplete;
    }

    private void replay(String key, TimelineState<S> timeline, List<E> events) {
        timeline.automaton = derivation.replay(events.iterator(), family.retention(), rows.of(key, timeline));
        timeline.generation = family.states().generation();
    }
}
