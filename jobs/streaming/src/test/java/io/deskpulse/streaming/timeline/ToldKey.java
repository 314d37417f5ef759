package io.deskpulse.streaming.timeline;

import java.util.List;

/**
 * What a key was told of before a released build took its savepoint, and what it is told of after it.
 *
 * @param events everything, in the order in which it is told
 * @param before so many events the released build was told; its savepoint knows nothing else, so this never changes
 * @param next so many events come after those, each later than all before it; what is left is out of order
 */
public record ToldKey<E>(List<E> events, int before, int next) {
    public List<E> toldBefore() {
        return events.subList(0, before);
    }

    public List<E> toldNext() {
        return events.subList(before, before + next);
    }

    public List<E> toldLate() {
        return events.subList(before + next, events.size());
    }
}
