package io.deskpulse.metrics.timeline;

import io.deskpulse.metrics.binary.FormWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The distinct deliveries of one key's events: of each event the one that is kept, which alone makes facts, and the others.
 *
 * <p>Kept is the one with the smallest (time, content), content compared as the unsigned bytes of its form, so that nothing depends
 * on arrival. The form holds all that the facts are made of: two that differ in nothing else are one delivery.
 *
 * @param <E> event
 */
public final class Deliveries<E extends TimelineEvent> {
    private final Comparator<E> order;
    private final List<E> kept;
    private final List<E> superseded;

    /** What an event is known by within its key. */
    private record Identity(String stream, String subjectId, String eventId) {
        static Identity of(TimelineEvent event) {
            return new Identity(event.stream(), event.subjectId(), event.eventId());
        }
    }

    private Deliveries(EventForm<E> form, List<E> kept) {
        order = order(form);
        this.kept = kept;
        superseded = new ArrayList<>(0);
    }

    /** Deliveries in any order, each as often as it came. */
    public static <E extends TimelineEvent> Deliveries<E> of(Collection<? extends E> all, EventForm<E> form) {
        Deliveries<E> deliveries = new Deliveries<>(form, new ArrayList<>(all.size()));
        List<E> ordered = new ArrayList<>(all);
        ordered.sort(deliveries.order);
        Set<Identity> seen = new HashSet<>();
        E before = null;
        for (E delivery : ordered) {
            if (seen.add(Identity.of(delivery))) {
                deliveries.kept.add(delivery);
            } else if (deliveries.order.compare(before, delivery) != 0) {
                deliveries.superseded.add(delivery);
            }
            before = delivery;
        }
        return deliveries;
    }

    /** One delivery each of events in {@link TimelineEvent#ORDER}; the list becomes this one's. */
    public static <E extends TimelineEvent> Deliveries<E> ofDistinct(List<E> ordered, EventForm<E> form) {
        return new Deliveries<>(form, ordered);
    }

    /** Those that are kept, in {@link TimelineEvent#ORDER}. */
    public List<E> kept() {
        return Collections.unmodifiableList(kept);
    }

    /** Those that are not, in the same order. */
    public List<E> superseded() {
        return Collections.unmodifiableList(superseded);
    }

    /** How many there are, kept or not. */
    public int size() {
        return kept.size() + superseded.size();
    }

    /** All, those that are kept first. */
    public List<E> all() {
        List<E> all = new ArrayList<>(kept);
        all.addAll(superseded);
        return all;
    }

    /** Hands out each superseded delivery, and the one of its event that is kept. */
    public void forEachSuperseded(BiConsumer<E, E> consumer) {
        Map<Identity, E> byIdentity = new HashMap<>();
        kept.forEach(event -> byIdentity.put(Identity.of(event), event));
        superseded.forEach(delivery -> consumer.accept(delivery, byIdentity.get(Identity.of(delivery))));
    }

    /** Whether this delivery came before. */
    public boolean contains(E delivery) {
        return Collections.binarySearch(kept, delivery, order) >= 0
                || Collections.binarySearch(superseded, delivery, order) >= 0;
    }

    /** Whether no event is read before this one. */
    public boolean isFirst(E delivery) {
        return kept.isEmpty() || TimelineEvent.ORDER.compare(delivery, kept.get(0)) < 0;
    }

    /** Adds a delivery that was not known; whether it is the one of its event that is kept. */
    public boolean add(E delivery) {
        E before = keptOf(delivery);
        if (before != null && order.compare(before, delivery) < 0) {
            insert(delivery, superseded);
            return false;
        }
        if (before != null) {
            kept.remove(before);
            insert(before, superseded);
        }
        insert(delivery, kept);
        return true;
    }

    private E keptOf(E delivery) {
        for (E event : kept) {
            if (event.isSameEvent(delivery)) {
                return event;
            }
        }
        return null;
    }

    private void insert(E delivery, List<E> ordered) {
        ordered.add(-Collections.binarySearch(ordered, delivery, order) - 1, delivery);
    }

    /** The order of events, and among deliveries of one that of their contents. */
    private static <E extends TimelineEvent> Comparator<E> order(EventForm<E> form) {
        FormWriter out = FormWriter.forComparison();
        return (one, other) -> {
            int place = TimelineEvent.ORDER.compare(one, other);
            return place != 0 ? place : Arrays.compareUnsigned(content(one, form, out), content(other, form, out));
        };
    }

    private static <E> byte[] content(E event, EventForm<E> form, FormWriter out) {
        out.begin(form.id());
        form.write(event, Anchor.NONE, out);
        return out.toBytes();
    }
}
