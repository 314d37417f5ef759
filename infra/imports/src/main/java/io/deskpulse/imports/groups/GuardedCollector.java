package io.deskpulse.imports.groups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.budget.Budget;
import io.deskpulse.imports.input.Place;
import io.deskpulse.imports.input.RecordSink;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.report.RecordClass;
import io.deskpulse.imports.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells what records are by a mapping of the user's own, which may match or loop for ever while it does: then the record is refused and
 * the next one taken. What a record says is held apart until all of it has been told, so that nothing of one that was given up remains.
 */
final class GuardedCollector implements RecordSink {
    private final Mapping mapping;
    private final Report report;
    private final boolean whole;
    private final Consumer<Item> items;
    private final Budget budget;
    private long known;

    /** What one object said. */
    private final class Said {
        private final Report report = new Report();
        private final List<Item> items = new ArrayList<>();
        private final List<JsonNode> contacts = new ArrayList<>();
        private final Collector collector = new Collector(mapping, report, whole, items::add, contacts::add);
    }

    GuardedCollector(Mapping mapping, Report report, boolean whole, Consumer<Item> items, Budget budget) {
        this.mapping = mapping;
        this.report = report;
        this.whole = whole;
        this.items = items;
        this.budget = budget;
    }

    /** How many records of the source there were so far. */
    long known() {
        return known;
    }

    @Override
    public void object(ObjectNode object, Place place) {
        Said said = Budget.result(budget.begin(() -> said(object, place), () -> null));
        if (said == null) {
            refuse(place, "a mapping that takes at most " + budget.seconds() + " s to tell what a record is");
            return;
        }
        known += said.collector.known();
        report.add(said.report);
        said.contacts.forEach(mapping.environment().contacts()::add);
        said.items.forEach(items);
    }

    private Said said(ObjectNode object, Place place) {
        Said said = new Said();
        try {
            said.collector.object(object, place);
            return said;
        } catch (OutOfMemoryError e) {
            return null;
        }
    }

    @Override
    public void unreadable(Place place, String problem) {
        refuse(place, problem);
    }

    private void refuse(Place place, String expected) {
        report.came(false);
        report.record(false, RecordClass.REFUSED);
        report.refused(new Report.Refused(place, null, null, null, expected));
    }
}
