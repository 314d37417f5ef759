package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.metrics.timeline.VersionedDerivation;
import io.deskpulse.streaming.facts.FactFamily;
import io.deskpulse.streaming.facts.FactRow;
import java.util.function.Consumer;

/**
 * The rows that leave a timeline: facts of the automaton with their key, and as version the events counted.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <F> content of a row
 */
final class Rows<E extends TimelineEvent, S, F> {
    private final FactFamily<E, S, F> family;
    private final Derivation<E, S, F> derivation;
    private final Consumer<FactRow<F>> output;

    Rows(FactFamily<E, S, F> family, Derivation<E, S, F> derivation, Consumer<FactRow<F>> output) {
        this.family = family;
        this.derivation = derivation;
        this.output = output;
    }

    /** Takes facts of a key, as they are known by the events counted now. */
    Consumer<F> of(String key, TimelineState<S> timeline) {
        long version = timeline.count;
        return facts -> output.accept(family.row(key, version, facts));
    }

    /** Sends all rows that a later event could change. */
    void sendLive(String key, TimelineState<S> timeline) {
        derivation.live(timeline.automaton, of(key, timeline));
    }

    /** Sends those of them that events after the first {@code sentUpTo} touched, or all when nobody can tell. */
    void sendTouched(String key, TimelineState<S> timeline, long sentUpTo) {
        if (derivation instanceof VersionedDerivation<E, S, F> versioned) {
            versioned.touched(timeline.automaton, sentUpTo, of(key, timeline));
        } else {
            sendLive(key, timeline);
        }
    }
}
