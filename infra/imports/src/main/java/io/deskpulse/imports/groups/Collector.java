package io.deskpulse.imports.groups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.UnknownValue;
import io.deskpulse.imports.input.Json;
import io.deskpulse.imports.input.Place;
import io.deskpulse.imports.input.RecordSink;
import io.deskpulse.imports.mapping.Mapping;
import io.deskpulse.imports.mapping.RecordKind;
import io.deskpulse.imports.report.Fields;
import io.deskpulse.imports.report.RecordClass;
import io.deskpulse.imports.report.Report;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes the objects of files out of envelopes and wrappers, tells what kind of record each is, and hands them on with their parts. */
final class Collector implements RecordSink {
    /** What loggers of webhooks call what they received. */
    private static final List<String> WRAPPERS = List.of("body", "payload", "rawBody");

    private static final int DEEPEST = 4;

    private final Mapping mapping;
    private final Report report;
    private final Fields fields;
    private final Consumer<Item> items;
    private final Consumer<JsonNode> contacts;
    private long known;

    Collector(Mapping mapping, Report report, boolean whole, Consumer<Item> items, Consumer<JsonNode> contacts) {
        this.mapping = mapping;
        this.report = report;
        this.fields = new Fields(mapping, whole, report);
        this.items = items;
        this.contacts = contacts;
    }

    /** How many records of the source there were so far. */
    long known() {
        return known;
    }

    @Override
    public void object(ObjectNode object, Place place) {
        if (!taken(object, place, 0)) {
            strange(place);
        }
    }

    private void strange(Place place) {
        report.came(false);
        report.record(false, RecordClass.UNKNOWN);
        report.unknown("a shape that no record of " + mapping.about().title() + " has", place);
    }

    @Override
    public void unreadable(Place place, String problem) {
        report.came(false);
        report.record(false, RecordClass.REFUSED);
        report.refused(new Report.Refused(place, null, null, null, problem));
    }

    private boolean taken(ObjectNode object, Place place, int depth) {
        int kind = kind(object);
        if (kind >= 0) {
            known++;
            record(kind, object, place);
            return true;
        }
        boolean taken = false;
        for (String envelope : mapping.envelopes()) {
            JsonNode inside = at(object, envelope);
            if (inside != null && depth < DEEPEST) {
                taken |= inside(inside, place.at("." + envelope), depth + 1);
            }
        }
        for (int i = 0; i < WRAPPERS.size() && !taken && depth < DEEPEST; i++) {
            JsonNode inside = object.get(WRAPPERS.get(i));
            JsonNode parsed = inside != null && inside.isTextual() ? Json.parse(inside.textValue()) : inside;
            taken = parsed != null
                    && parsed.isContainerNode()
                    && wrapped(parsed, place.at("." + WRAPPERS.get(i)), depth + 1);
        }
        return taken;
    }

    private boolean inside(JsonNode inside, Place place, int depth) {
        if (inside instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                element(list.get(i), place.at("[" + i + "]"), depth);
            }
            known++;
            return true;
        }
        return inside instanceof ObjectNode object && taken(object, place, depth);
    }

    private boolean wrapped(JsonNode inside, Place place, int depth) {
        if (inside instanceof ArrayNode list) {
            list.forEach(element -> element(element, place, depth));
            return !list.isEmpty();
        }
        return taken((ObjectNode) inside, place, depth);
    }

    private void element(JsonNode element, Place place, int depth) {
        if (element instanceof ObjectNode object) {
            if (!taken(object, place, depth)) {
                strange(place);
            }
        } else {
            unreadable(place, "expected an object");
        }
    }

    private int kind(ObjectNode object) {
        List<RecordKind> kinds = mapping.kinds();
        for (int i = 0; i < kinds.size(); i++) {
            Expression when = kinds.get(i).when();
            if (when != null && holds(when, object)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean holds(Expression when, ObjectNode object) {
        try {
            return when.apply(object).asBoolean();
        } catch (JsltException | UnknownValue | StackOverflowError e) {
            return false;
        }
    }

    private void record(int kind, ObjectNode object, Place place) {
        RecordKind of = mapping.kinds().get(kind);
        report.came(false);
        try {
            fields.prune(object);
            String subject = Environment.string(of.subject().apply(object));
            if (subject == null || subject.isBlank()) {
                report.record(false, RecordClass.REFUSED);
                report.refused(new Report.Refused(place, null, "id", null, "what the record belongs to"));
                return;
            }
            parts(of, object, subject, place);
            item(kind, object, subject, place, false);
        } catch (JsltException | UnknownValue | IllegalArgumentException | StackOverflowError e) {
            report.record(false, RecordClass.REFUSED);
            report.refused(new Report.Refused(place, null, null, null, "a " + of.shape() + " of the usual form"));
        }
    }

    private void parts(RecordKind of, ObjectNode object, String subject, Place place) {
        JsonNode parent =
                of.with() == null || of.children().isEmpty() ? null : of.with().apply(object);
        for (Map.Entry<String, String> child : of.children().entrySet()) {
            JsonNode list = detached(object, child.getKey());
            if (!(list instanceof ArrayNode elements)) {
                continue;
            }
            int kind = mapping.kinds().indexOf(mapping.kind(child.getValue()));
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < elements.size(); i++) {
                part(kind, elements.get(i), subject, place.at("." + child.getKey() + "[" + i + "]"), parent, places);
            }
        }
    }

    private void part(
            int kind, JsonNode element, String subject, Place place, JsonNode parent, Map<String, Integer> places) {
        RecordKind of = mapping.kinds().get(kind);
        report.came(true);
        try {
            if (!(element instanceof ObjectNode part)) {
                throw new IllegalArgumentException("no object");
            }
            if (parent != null) {
                part.set("_parent", parent);
            }
            if (of.among() != null) {
                String shared = String.valueOf(Environment.string(of.among().apply(part)));
                part.put("_place", places.merge(shared, 1, Integer::sum));
            }
            item(kind, part, subject, place, true);
        } catch (JsltException | UnknownValue | IllegalArgumentException | StackOverflowError e) {
            report.record(true, RecordClass.REFUSED);
            report.refused(new Report.Refused(place, null, null, null, "a " + of.shape() + " of the usual form"));
        }
    }

    private void item(int kind, ObjectNode record, String subject, Place place, boolean part) {
        RecordKind of = mapping.kinds().get(kind);
        if (of.contacts() != null) {
            contacts.accept(of.contacts().apply(record));
        }
        String id = of.id() == null ? null : Environment.string(of.id().apply(record));
        byte[] content = Json.bytes(record);
        items.accept(new Item(subject, kind, id == null ? hash(content) : id, part, place, content));
    }

    private static JsonNode at(ObjectNode object, String path) {
        JsonNode node = object;
        for (String name : path.split("\\.")) {
            node = node == null ? null : node.get(name);
        }
        return node;
    }

    private static JsonNode detached(ObjectNode object, String path) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? object : at(object, path.substring(0, dot));
        return parent instanceof ObjectNode around ? around.remove(path.substring(dot + 1)) : null;
    }

    private static String hash(byte[] content) {
        try {
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(content)).toString(36);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
