package io.deskpulse.imports.groups;

import io.deskpulse.imports.budget.Budget;
import io.deskpulse.imports.events.Accounts;
import io.deskpulse.imports.events.ShopRules;
import io.deskpulse.imports.events.TextRule;
import io.deskpulse.imports.input.RecordSink;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.report.RecordClass;
import io.deskpulse.imports.report.Report;
import io.deskpulse.imports.sorting.ExternalSort;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Takes records in any order, and gives the events of one subject after the other. */
public final class Grouping implements AutoCloseable {
    private static final long MEMORY = 96L << 20;
    private static final long MOST_MILLIS = 2_000;
    private static final long MOST_BYTES = 100L << 20;
    private static final long LARGE = 4L << 20;
    private static final int MOST_WORKERS = 4;

    private final Mapping mapping;
    private final Report report;
    private final ExternalSort items = new ExternalSort(MEMORY);
    private final RecordSink collector;
    private final LongSupplier known;
    private final Budget guard = new Budget("import-guarded", MOST_MILLIS);
    private final List<Mapper> workers = new ArrayList<>();
    private final GroupMapper mapper;

    /**
     * How events are made beside the mapping.
     *
     * @param shops which shop each belongs to
     * @param accounts names of accounts, and which are machines
     * @param texts what becomes of words
     * @param whole whether records are kept whole, so that refused ones can be written out
     * @param trusted whether the mapping is known to come to an end while it tells what records are, as bundled ones are
     */
    public record Rules(ShopRules shops, Accounts accounts, TextRule texts, boolean whole, boolean trusted) {}

    /** Maps a group at a time. */
    private record Mapper(GroupMapper mapper, Budget budget) {
        Callable<GroupEvents> begin(List<Item> group) {
            return budget.begin(
                    () -> mapper.ended(group, (id, place) -> true), () -> mapper.givenUp(group, budget.seconds()));
        }
    }

    /**
     * What became of one subject.
     *
     * @param events in order of time
     * @param buyers names of all who appear as its buyer
     * @param currencies in which its records count money
     */
    public record Subject(List<ParsedLine.Event> events, Set<String> buyers, Set<String> currencies) {}

    /** An empty grouping. */
    public Grouping(Mapping mapping, Rules rules, Report report) {
        this.mapping = mapping;
        this.report = report;
        if (rules.trusted()) {
            Collector own = new Collector(
                    mapping,
                    report,
                    rules.whole(),
                    this::sort,
                    mapping.environment().contacts()::add);
            this.collector = own;
            this.known = own::known;
        } else {
            GuardedCollector own = new GuardedCollector(mapping, report, rules.whole(), this::sort, guard);
            this.collector = own;
            this.known = own::known;
        }
        this.mapper = new GroupMapper(mapping, rules.shops(), rules.accounts(), rules.texts());
        for (int i = 0; i < workers(); i++) {
            workers.add(new Mapper(
                    new GroupMapper(mapping, rules.shops(), rules.accounts(), rules.texts()),
                    new Budget("import-mapping", MOST_MILLIS)));
        }
    }

    private void sort(Item item) {
        io.deskpulse.imports.sorting.Entry entry = item.entry();
        items.add(entry.key(), entry.value());
    }

    private static int workers() {
        return Math.max(1, Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()));
    }

    /** Where records go in. */
    public RecordSink sink() {
        return collector;
    }

    /** How many records of the source have come so far. */
    public long known() {
        return known.getAsLong();
    }

    /**
     * All events, subject by subject; to be called once, after the last record.
     *
     * @param events takes those of one subject
     * @param rejects takes records of which something was refused, whole; null when nobody wants them
     */
    public void finish(Consumer<Subject> events, Consumer<byte[]> rejects) {
        GroupIterator groups = new GroupIterator(items.sorted(), MOST_BYTES);
        Deque<Running> running = new ArrayDeque<>();
        int begun = 0;
        for (List<Item> group = groups.next(); group != null; group = groups.next()) {
            // Few large ones at a time: each is many times its size while it is mapped.
            int atATime = groups.bytes() > LARGE ? 1 : workers.size();
            while (running.size() >= atATime) {
                tell(running.remove(), events, rejects);
            }
            if (groups.isTooLarge()) {
                GroupEvents refused = mapper.refused(group, "at most 100 MB of one subject");
                running.add(new Running(() -> refused, group));
            } else {
                running.add(new Running(workers.get(begun++ % workers.size()).begin(group), group));
            }
        }
        while (!running.isEmpty()) {
            tell(running.remove(), events, rejects);
        }
    }

    /** A group that is being mapped. */
    private record Running(Callable<GroupEvents> result, List<Item> items) {}

    private void tell(Running running, Consumer<Subject> events, Consumer<byte[]> rejects) {
        tell(Budget.result(running.result()), running.items(), events, rejects);
    }

    private void tell(GroupEvents group, List<Item> from, Consumer<Subject> events, Consumer<byte[]> rejects) {
        for (GroupEvents.Outcome outcome : group.outcomes()) {
            report.record(outcome.part(), outcome.became());
            if (outcome.became() == RecordClass.UNKNOWN) {
                report.unknown(outcome.reason(), outcome.place());
            } else if (outcome.became() == RecordClass.WITHOUT_EVENT) {
                report.withoutEvent(outcome.reason());
            }
        }
        group.refused().forEach(report::refused);
        group.losses().counts().forEach(report.losses()::add);
        group.notes().counts().forEach(report.notes()::add);
        group.suspicions().counts().forEach(report.suspicions()::add);
        if (rejects != null && !group.refused().isEmpty()) {
            Set<Object> places = new HashSet<>();
            group.refused().forEach(refused -> places.add(refused.place()));
            List<Item> rejected = new ArrayList<>(from);
            rejected.removeIf(item -> !places.contains(item.place()));
            rejected.forEach(item -> rejects.accept(item.content()));
        }
        events.accept(new Subject(group.events(), group.buyers(), group.currencies()));
    }

    /** Gives back the memory and the disk. */
    @Override
    public void close() {
        workers.forEach(worker -> worker.budget().close());
        guard.close();
        items.close();
    }

    /** The mapping. */
    public Mapping mapping() {
        return mapping;
    }
}
