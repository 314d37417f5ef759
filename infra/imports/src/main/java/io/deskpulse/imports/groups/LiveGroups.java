package io.deskpulse.imports.groups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.budget.Budget;
import io.deskpulse.imports.input.Place;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.report.RecordClass;
import io.deskpulse.imports.report.Report;
import io.deskpulse.imports.sorting.Entry;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Maps records as they come, one at a time. What a subject said lately is remembered, so that transfers and reopens are told as an import
 * tells them; what is forgotten costs no event, only that the source's own word for what went before counts.
 *
 * <p>Safe for use by several threads, which wait for each other only over the same subject.
 */
public final class LiveGroups implements AutoCloseable {
    private static final int MOST_SUBJECTS = 20_000;
    private static final int MOST_ITEMS = 100;
    private static final int MOST_SENT = 1_000;
    private static final long MOST_MILLIS = 2_000;
    private static final long MOST_BYTES = 128L << 20;

    private final Mapping mapping;
    private final ThreadLocal<GroupMapper> mappers;
    /** Null for a mapping that is known to come to an end. */
    private final Budget budget;

    private final Map<String, Memory> subjects = new LinkedHashMap<>(256, 0.75f, true);
    private long held;

    /** What is known of a subject: its latest records, and which of its events are safe or on their way; guarded by itself. */
    private static final class Memory {
        private final List<Item> items = new ArrayList<>();
        private final Set<String> sent = new LinkedHashSet<>();
        private final Set<String> underway = new HashSet<>();
        private long bytes;

        /** The record that says the same, which came before, else this one. */
        Item remembered(Item item) {
            for (Item before : items) {
                if (before.isSame(item)) {
                    return before;
                }
            }
            items.add(item);
            bytes += item.content().length;
            while (items.size() > MOST_ITEMS) {
                bytes -= items.remove(0).content().length;
            }
            return item;
        }

        /** An event of this delivery's own records goes out again; one of another's only when that one is not about to send it. */
        BiPredicate<String, Place> wanted(Set<Place> own) {
            return (id, place) -> !sent.contains(id) && (own.contains(place) || !underway.contains(id));
        }

        synchronized void settle(List<ParsedLine.Event> events, boolean safe) {
            for (ParsedLine.Event event : events) {
                String id = EventStream.eventId(event.event());
                underway.remove(id);
                if (safe && sent.add(id) && sent.size() > MOST_SENT) {
                    sent.remove(sent.iterator().next());
                }
            }
        }
    }

    /** What came of a delivery. */
    public static final class Delivery {
        private final List<ParsedLine.Event> events = new ArrayList<>();
        private final Map<Memory, List<ParsedLine.Event>> bySubject = new HashMap<>();
        private final Map<RecordClass, Long> classes = new LinkedHashMap<>();

        /** Events that are not known to be safe. */
        public List<ParsedLine.Event> events() {
            return events;
        }

        /** What became of its records. */
        public Map<RecordClass, Long> classes() {
            return classes;
        }
    }

    /**
     * For one source.
     */
    public LiveGroups(Mapping mapping, Grouping.Rules rules) {
        this.mapping = mapping;
        this.mappers =
                ThreadLocal.withInitial(() -> new GroupMapper(mapping, rules.shops(), rules.accounts(), rules.texts()));
        this.budget = rules.trusted() ? null : new Budget("ingest-mapping", MOST_MILLIS);
    }

    /**
     * The events of a body; what becomes of them must be told to {@link #settle}.
     *
     * @throws io.deskpulse.ops.UserError when the mapping comes to no end, again and again
     */
    public Delivery deliver(ObjectNode body, long number) {
        Report report = new Report();
        Map<String, List<Item>> items = new LinkedHashMap<>();
        collect(
                body,
                new Place("delivery", number, "$"),
                report,
                item -> items.computeIfAbsent(item.subject(), subject -> new ArrayList<>())
                        .add(item));
        Delivery delivery = new Delivery();
        items.forEach((subject, own) -> {
            Memory memory = memory(subject);
            long more;
            synchronized (memory) {
                more = -memory.bytes;
                List<ParsedLine.Event> fresh = fresh(memory, own, report);
                more += memory.bytes;
                fresh.forEach(event -> memory.underway.add(EventStream.eventId(event.event())));
                delivery.bySubject.put(memory, fresh);
                delivery.events.addAll(fresh);
            }
            forget(more);
        });
        for (RecordClass of : RecordClass.values()) {
            delivery.classes.put(of, report.count(false, of));
        }
        return delivery;
    }

    /** Events of a subject that are wanted; what became of its new records goes into the report. */
    private List<ParsedLine.Event> fresh(Memory memory, List<Item> own, Report report) {
        Map<Place, Boolean> places = new HashMap<>();
        for (Item item : own) {
            Item remembered = memory.remembered(item);
            places.put(remembered.place(), remembered == item);
        }
        List<Item> sorted = new ArrayList<>(memory.items);
        sorted.sort(Comparator.comparing(Item::entry, Entry.ORDER));
        GroupEvents group = mapped(sorted, memory.wanted(places.keySet()));
        for (GroupEvents.Outcome outcome : group.outcomes()) {
            Boolean isNew = places.get(outcome.place());
            if (isNew != null) {
                boolean again = !isNew && group.events().isEmpty();
                report.record(outcome.part(), again ? RecordClass.SEEN_AGAIN : outcome.became());
            }
        }
        return group.events();
    }

    private void collect(ObjectNode body, Place place, Report report, Consumer<Item> items) {
        if (budget == null) {
            new Collector(mapping, report, false, items, mapping.environment().contacts()::add).object(body, place);
            return;
        }
        synchronized (budget) {
            new GuardedCollector(mapping, report, false, items, budget).object(body, place);
        }
    }

    private GroupEvents mapped(List<Item> items, BiPredicate<String, Place> wanted) {
        GroupMapper mapper = mappers.get();
        if (budget == null) {
            return mapper.ended(items, wanted);
        }
        synchronized (budget) {
            return Budget.result(
                    budget.begin(() -> mapper.ended(items, wanted), () -> mapper.givenUp(items, budget.seconds())));
        }
    }

    private synchronized Memory memory(String subject) {
        return subjects.computeIfAbsent(subject, name -> new Memory());
    }

    /** What was quiet longest goes first. */
    private synchronized void forget(long more) {
        held += more;
        Iterator<Memory> eldest = subjects.values().iterator();
        while (subjects.size() > MOST_SUBJECTS || (held > MOST_BYTES && subjects.size() > 1)) {
            held -= eldest.next().bytes;
            eldest.remove();
        }
    }

    /** Tells whether the events of a delivery are safe: then another delivery of its records sends them no more. */
    public void settle(Delivery delivery, boolean safe) {
        delivery.bySubject.forEach((memory, events) -> memory.settle(events, safe));
    }

    /** Ends its thread. */
    @Override
    public void close() {
        if (budget != null) {
            budget.close();
        }
    }
}
