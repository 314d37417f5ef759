package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.timeline.Deliveries;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.metrics.timeline.VersionedDerivation;
import io.deskpulse.streaming.facts.FactFamily;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.ShopKey;
import io.deskpulse.streaming.facts.Superseded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rows that leave a timeline: facts of the automaton with their key, and as version the deliveries counted.
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

    /** Takes facts of a key, as they are known by the deliveries counted now; lets them be where {@link #sendAll} sends them. */
    Consumer<F> of(String key, TimelineState<S> timeline) {
        if (timeline.isRetold()) {
            return facts -> {};
        }
        long version = timeline.count;
        return facts -> output.accept(family.row(key, version, facts));
    }

    /** Sends the live rows that events after the first {@code sentUpTo} touched, or all of them when nobody can tell. */
    void sendTouched(String key, TimelineState<S> timeline, long sentUpTo) {
        if (derivation instanceof VersionedDerivation<E, S, F> versioned) {
            versioned.touched(timeline.automaton, sentUpTo, of(key, timeline));
        } else {
            derivation.live(timeline.automaton, of(key, timeline));
        }
    }

    /**
     * Sends every row that any of the deliveries can have made: with the facts of those that are kept, or taken back where these make
     * none. All have the number of deliveries as their version, which no attempt that knew fewer of them has reached.
     */
    void sendAll(String key, Deliveries<E> deliveries) {
        Map<Object, F> facts = new LinkedHashMap<>();
        derivation.derive(deliveries, family.retention()).forEach(row -> facts.put(family.rowKey(row), row));
        Map<Object, F> takenBack = new LinkedHashMap<>();
        Map<Object, Superseded> told = new LinkedHashMap<>();
        deliveries.forEachSuperseded((delivery, kept) -> {
            for (F row : alone(delivery)) {
                Object rowKey = family.rowKey(row);
                if (!facts.containsKey(rowKey)) {
                    takenBack.putIfAbsent(rowKey, row);
                }
            }
            if (family.tellsOf(delivery)) {
                tell(delivery, alone(kept), facts, told);
            }
        });
        String shopId = ShopKey.shopId(key);
        String id = ShopKey.id(key);
        long version = deliveries.size();
        facts.forEach((rowKey, row) -> output.accept(
                new FactRow<>(shopId, id, version, row, false, told.getOrDefault(rowKey, Superseded.NONE))));
        takenBack
                .values()
                .forEach(row -> output.accept(new FactRow<>(shopId, id, version, row, true, Superseded.NONE)));
    }

    /** Tells of a superseded delivery in one row: the first that its event makes alone, else the first of the key. */
    private void tell(E delivery, List<F> ofItsEvent, Map<Object, F> facts, Map<Object, Superseded> told) {
        ofItsEvent.stream()
                .map(family::rowKey)
                .filter(facts::containsKey)
                .findFirst()
                .or(() -> facts.keySet().stream().findFirst())
                .ifPresent(rowKey -> told.merge(rowKey, Superseded.one(delivery.eventId()), Superseded::and));
    }

    private List<F> alone(E delivery) {
        return derivation.derive(Deliveries.ofDistinct(List.of(delivery), family.events()), Retention.FOREVER);
    }
}
