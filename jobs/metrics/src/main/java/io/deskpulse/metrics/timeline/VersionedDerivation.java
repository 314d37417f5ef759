package io.deskpulse.metrics.timeline;

import java.util.function.Consumer;

/**
 * A derivation whose rows bring versions of their own, so that those which no event touched need not be written again.
 *
 * <p>The highest version of a row must be that of the most complete knowledge, even if a crashed attempt wrote the row from another part
 * of the events. The number of events up to and including the last that touched the row is such a version, provided that the content
 * changes only when the row is touched, and that an event which touches a row still does so when more events before it are
 * known.
 *
 * @param <E> event of the key
 * @param <S> mutable state of the automaton
 * @param <F> one fact row, without its key
 */
public interface VersionedDerivation<E extends TimelineEvent, S, F> extends Derivation<E, S, F> {

    /** Hands out the live rows that events after the first {@code afterEvents} touched; all when that is 0. */
    void touched(S state, long afterEvents, Consumer<F> rows);

    /** The state before any event, but for the number of events read, on which versions go on counting after a silence. */
    S restart(S forgotten);

    /** The state with which a timeline of any derivation starts anew after a silence. */
    static <E extends TimelineEvent, S, F> S restart(Derivation<E, S, F> derivation, S forgotten) {
        return derivation instanceof VersionedDerivation<E, S, F> versioned
                ? versioned.restart(forgotten)
                : derivation.start();
    }
}
