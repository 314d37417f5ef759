package io.deskpulse.bench.chaos.truth;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.Intake;
import io.deskpulse.streaming.events.Reading;
import io.deskpulse.streaming.facts.FactFamily;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rows of one family of facts, each key derived at once from all of its events.
 *
 * @param <E> event
 * @param <F> content of a row
 */
final class FamilyTruth<E extends TimelineEvent, F> {
    private final FactFamily<E, ?, F> family;
    private final Map<EventStream, Mapping<E>> mappings = new EnumMap<>(EventStream.class);
    private final Map<FactTable<FactRow<F>>, Predicate<F>> tables = new LinkedHashMap<>();
    private final Map<String, List<E>> byKey = new LinkedHashMap<>();
    private FactTable<FactRow<F>> counted;

    /** From the bytes of a message to the family's event; null when it is of no use to it. */
    private interface Mapping<E> {
        E of(byte[] message) throws RejectedEventException;
    }

    FamilyTruth(FactFamily<E, ?, F> family) {
        this.family = family;
    }

    /** It takes these from a stream. */
    <R extends Reading> FamilyTruth<E, F> takes(EventStream stream, EventReader<R> reader, Intake<R, E> intake) {
        mappings.put(stream, message -> intake.mapping().of(reader.read(message)));
        return this;
    }

    /** Its rows of this kind go into a table. */
    FamilyTruth<E, F> fills(FactTable<FactRow<F>> table, Predicate<F> kind) {
        tables.put(table, kind);
        return this;
    }

    /** All its rows go into a table, and the highest version of a key there says how many events it has. */
    FamilyTruth<E, F> fills(FactTable<FactRow<F>> table) {
        counted = table;
        return fills(table, row -> true);
    }

    /** Takes in a message that is delivered for the first time. */
    void add(EventStream stream, byte[] message) throws RejectedEventException {
        Mapping<E> mapping = mappings.get(stream);
        E event = mapping == null ? null : mapping.of(message);
        if (event != null) {
            byKey.computeIfAbsent(family.key(event), key -> new ArrayList<>()).add(event);
        }
    }

    /** Hands its rows to whoever keeps them, and forgets them: what comes next must be of other keys. */
    void tell(Rows rows) {
        tables.forEach((table, kind) -> rows.take(table, rows(kind)));
        byKey.clear();
    }

    /** How many events all keys have, where a table says so. */
    long events() {
        return byKey.values().stream().mapToLong(List::size).sum();
    }

    /** The table that counts events by its versions; null when none does. */
    FactTable<FactRow<F>> counted() {
        return counted;
    }

    private List<FactRow<F>> rows(Predicate<F> kind) {
        List<FactRow<F>> rows = new ArrayList<>();
        byKey.forEach((key, events) -> {
            for (F facts : family.derivation().derive(events, family.retention())) {
                if (kind.test(facts)) {
                    rows.add(family.row(key, events.size(), facts));
                }
            }
        });
        return rows;
    }

    /** Keeps the rows of a table. */
    interface Rows {
        <R> void take(FactTable<R> table, List<R> rows);
    }
}
