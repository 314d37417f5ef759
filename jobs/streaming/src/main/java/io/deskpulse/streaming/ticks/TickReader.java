package io.deskpulse.streaming.ticks;

/**
 * An automaton that reads the events of a key in order, each once.
 *
 * @param <E> event
 * @param <S> mutable state
 * @param <O> what follows
 */
public interface TickReader<E, S, O> {
    /** The state before any event. */
    S start();

    /** Whether nothing waits for a later event: such a key may be forgotten sooner. */
    boolean isAtRest(S state);

    /**
     * Whether an event may be read later to any effect: one of which nothing can follow, whatever else is known of its key, need not
     * wait for its tick.
     */
    default boolean mayMatter(S state, E event) {
        return true;
    }

    /** Reads the next event and tells what follows. */
    void read(S state, E event, TickOutput<O> out);

    /** Takes note of an event whose tick is over; nothing follows. */
    void readLate(S state, E event);
}
