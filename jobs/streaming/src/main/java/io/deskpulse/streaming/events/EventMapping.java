package io.deskpulse.streaming.events;

import java.io.Serializable;

/**
 * Takes from a reading what one family of facts needs; pure.
 *
 * @param <R> reading of the stream
 * @param <E> the family's own compact event
 */
@FunctionalInterface
public interface EventMapping<R extends Reading, E> extends Serializable {
    /** The family's event; null when what happened is of no use to it, which then never sees it. */
    E of(R reading);
}
