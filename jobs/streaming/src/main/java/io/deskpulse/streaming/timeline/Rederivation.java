package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.binary.LongSet;
import io.deskpulse.metrics.timeline.Deliveries;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.facts.FactFamily;
import java.util.List;

/**
 * What takes a reading of the whole list: events out of order, events delivered again, rows of a key with superseded deliveries, and
 * states of a release that kept less.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <F> content of a row
 */
final class Rederivation<E extends TimelineEvent, S, F> {
    /** What became of a delivery. */
    enum Outcome {
        /** It lies in the list, and the automaton has read it. */
        PLACED,
        /** It is counted, and another delivery of its event is kept; it still has to be appended to the list. */
        SUPERSEDED,
        /** It was there already. */
        KNOWN,
        /** It may belong to what was forgotten. */
        TOO_LATE
    }

    private final FactFamily<E, S, F> family;
    private final Derivation<E, S, F> derivation;
    private final EventList<E> events;
    private final Forgetting<S> forgetting;
    private final Rows<E, S, F> rows;

    Rederivation(
            FactFamily<E, S, F> family,
            Derivation<E, S, F> derivation,
            EventList<E> events,
            Forgetting<S> forgetting,
            Rows<E, S, F> rows) {
        this.family = family;
        this.derivation = derivation;
        this.events = events;
        this.forgetting = forgetting;
        this.rows = rows;
    }

    /** Puts a delivery to the current key in its place. */
    Outcome place(String key, Pending<S> known, TimelineState<S> timeline, E delivery) throws Exception {
        Deliveries<E> deliveries = read(key, known, timeline);
        if (deliveries.contains(delivery) || events.holdsAsEarlier(key, timeline.anchor, delivery)) {
            return Outcome.KNOWN;
        } else if (deliveries.isFirst(delivery) && forgetting.isTooLate(timeline, delivery.timeMillis())) {
            return Outcome.TOO_LATE;
        }
        boolean isKept = deliveries.add(delivery);
        timeline.know(deliveries);
        if (!isKept) {
            return Outcome.SUPERSEDED;
        }
        timeline.identities.add(delivery.identityHash());
        events.replace(key, deliveries.all(), timeline.anchor);
        replay(key, timeline, deliveries.kept());
        return Outcome.PLACED;
    }

    /** Completes the automaton of the current key if it comes from a release that kept less; whether it did. */
    boolean complete(String key, Pending<S> known, TimelineState<S> timeline) throws Exception {
        boolean isIncomplete = timeline.generation < family.states().generation();
        if (isIncomplete) {
            replay(key, timeline, read(key, known, timeline).kept());
        }
        return isIncomplete;
    }

    /**
     * Makes the set of identities of the current key, whose state comes from a release that kept none.
     *
     * <p>That release took a second delivery with another stamp for another event: here it is superseded. The rows follow with the next
     * delivery that counts, as until then their version would be that of the rows written before.
     */
    void identify(String key, TimelineState<S> timeline) throws Exception {
        List<E> all = events.read(key, timeline.anchor, null);
        Deliveries<E> deliveries = Deliveries.of(all, family.events());
        timeline.identities = new LongSet();
        deliveries.kept().forEach(event -> timeline.identities.add(event.identityHash()));
        if (!deliveries.superseded().isEmpty()) {
            timeline.know(deliveries);
            replay(key, timeline, deliveries.kept());
        }
    }

    /** Sends all rows of the current key, which has superseded deliveries. */
    void sendAll(String key, Pending<S> known, TimelineState<S> timeline) throws Exception {
        rows.sendAll(key, read(key, known, timeline));
    }

    private Deliveries<E> read(String key, Pending<S> known, TimelineState<S> timeline) throws Exception {
        List<E> all = events.read(key, timeline.anchor, known);
        return timeline.isRetold() ? Deliveries.of(all, family.events()) : Deliveries.ofDistinct(all, family.events());
    }

    private void replay(String key, TimelineState<S> timeline, List<E> kept) {
        timeline.automaton = derivation.replay(kept.iterator(), family.retention(), rows.of(key, timeline));
        timeline.generation = family.states().generation();
    }
}
