package io.deskpulse.imports.report;

import io.deskpulse.imports.input.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import came upon, filled while it runs; used by one thread. */
public final class Report {
    private static final int MOST_PLACES = 1_000;
    private static final int MOST_NAMES = 2_000;
    private static final String OTHERS = "names of another form";

    private final Map<RecordClass, Long> records = new EnumMap<>(RecordClass.class);
    private final Map<RecordClass, Long> parts = new EnumMap<>(RecordClass.class);
    private final long[] read = new long[2];
    private final Tally withoutEvent = new Tally();
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Tally notes = new Tally();
    private final Tally losses = new Tally();
    private final Tally suspicions = new Tally();
    private final Map<String, UnmappedField> unmapped = new TreeMap<>();
    private final EventCounts events = new EventCounts();
    private long refusals;
    private long cut;

    /**
     * What the mapping does not know.
     *
     * @param count how often
     * @param first where it was first seen, the smallest place
     */
    public record Unknown(long count, Place first) {}

    /**
     * Why something was refused.
     *
     * @param place where its record begins
     * @param event the type of the event; null when it is the record
     * @param field the event's field; null when it is the whole
     * @param kind what kind of value was found, such as {@code number}; null when that does not matter
     * @param expected what was expected
     */
    public record Refused(Place place, String event, String field, String kind, String expected) {}

    /** Notes that a record, or a part of one, was come upon, whatever becomes of it. */
    public void came(boolean part) {
        read[part ? 1 : 0]++;
    }

    /** Notes what became of a record, or of a part of one. */
    public void record(boolean part, RecordClass became) {
        (part ? parts : records).merge(became, 1L, Long::sum);
    }

    /** Notes why a record gave no event. */
    public void withoutEvent(String reason) {
        withoutEvent.add(reason);
    }

    /** Notes what was not known. */
    public void unknown(String what, Place place) {
        unknown(what, new Unknown(1, place));
    }

    private void unknown(String what, Unknown more) {
        unknown.merge(
                what,
                more,
                (a, b) -> new Unknown(
                        a.count() + b.count(),
                        a.first().toString().compareTo(b.first().toString()) <= 0 ? a.first() : b.first()));
    }

    /** Notes a refusal; the first ones are kept with their places. */
    public void refused(Refused refusal) {
        refusals++;
        if (refused.size() < MOST_PLACES) {
            refused.add(refusal);
        }
    }

    /**
     * Notes a field that the mapping does not name.
     *
     * @param field its name; null when it may be personal
     */
    public void unmapped(String field, String jsonType) {
        unmapped(field).add(jsonType);
    }

    private UnmappedField unmapped(String field) {
        boolean told = field != null && (unmapped.size() < MOST_NAMES || unmapped.containsKey(field));
        return unmapped.computeIfAbsent(told ? field : OTHERS, name -> new UnmappedField());
    }

    /** Adds what another one noted while records were told apart. */
    public void add(Report other) {
        for (int i = 0; i < read.length; i++) {
            read[i] += other.read[i];
        }
        other.records.forEach((of, count) -> records.merge(of, count, Long::sum));
        other.parts.forEach((of, count) -> parts.merge(of, count, Long::sum));
        other.unknown.forEach((what, of) -> unknown(what, of));
        other.refused.forEach(this::refused);
        refusals += other.refusals - other.refused.size();
        other.unmapped.forEach((field, of) -> unmapped(field).add(of));
    }

    /** Notes an event outside of the time that was asked for. */
    public void cut() {
        cut++;
    }

    /** Events outside of the time that was asked for. */
    public long cutEvents() {
        return cut;
    }

    /** Counts of a class, of records or of their parts. */
    public long count(boolean part, RecordClass of) {
        return (part ? parts : records).getOrDefault(of, 0L);
    }

    /** All records that were come upon, or all parts; once all were mapped, the sum of their classes. */
    public long read(boolean part) {
        return read[part ? 1 : 0];
    }

    /** Records without an event, by reason. */
    public Tally withoutEvent() {
        return withoutEvent;
    }

    /** What records that gave events know beside, without an event. */
    public Tally notes() {
        return notes;
    }

    /** What was not known. */
    public Map<String, Unknown> unknown() {
        return unknown;
    }

    /** The first refusals, by place. */
    public List<Refused> refused() {
        return refused.stream()
                .sorted(java.util.Comparator.comparing(
                                (Refused refusal) -> refusal.place().file())
                        .thenComparing(refusal -> refusal.place().line())
                        .thenComparing(refusal -> refusal.place().pointer()))
                .toList();
    }

    /** How many events or records were refused. */
    public long refusals() {
        return refusals;
    }

    /** Fields that are not in the mapping, by name. */
    public Map<String, UnmappedField> unmapped() {
        return unmapped;
    }

    /** What the source has and events cannot say. */
    public Tally losses() {
        return losses;
    }

    /** What looks wrong. */
    public Tally suspicions() {
        return suspicions;
    }

    /** The events. */
    public EventCounts events() {
        return events;
    }

    /** Whether anything was refused, unknown or lost. */
    public boolean isImperfect() {
        return refusals > 0 || !unknown.isEmpty() || losses.total() > 0;
    }
}
