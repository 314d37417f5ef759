package io.deskpulse.imports.columns;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Reads what the rows of one kind of table are. */
final class TableReader {
    private static final String ROW = "row";

    TableRule table(YamlSection section, String name) {
        section.knowing("match", "event", "events", "event_id", "group_by", "fields", "lines", "when");
        List<String> header = new ArrayList<>();
        section.required("match")
                .section("a match")
                .knowing("columns")
                .required("columns")
                .elements()
                .forEach(column -> header.add(column.text()));
        String id = section.has("event_id") ? section.optional("event_id").text() : ROW;
        List<RowEvent> events = new ArrayList<>();
        if (section.has("events")) {
            if (section.optional("events").elements().isEmpty()) {
                section.key("events").problem("a row is one event at least");
            }
            section.optional("events")
                    .elements()
                    .forEach(event ->
                            events.add(event(event.section("an event").knowing("event", "fields", "lines", "when"))));
        } else {
            events.add(event(section));
        }
        return new TableRule(
                name,
                header,
                ROW.equals(id) ? null : id,
                section.has("group_by") ? section.optional("group_by").text() : null,
                events);
    }

    private static RowEvent event(YamlSection section) {
        YamlValue named = section.required("event");
        String[] name = String.valueOf(named.text()).split("\\.", 2);
        EventStream stream = EventStream.ofJsonName(name[0]);
        Schema body = stream == null || name.length < 2
                ? null
                : stream.bodies().stream()
                        .filter(schema -> schema.getName().equals(name[1]))
                        .findFirst()
                        .orElse(null);
        if (body == null) {
            named.problem("expected a stream and a type, such as chat.MessageSent");
            return new RowEvent("", "", null, Map.of(), null);
        }
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        YamlSection rules = section.required("fields").section("fields");
        for (String field : rules.names()) {
            Schema.Field of = body.getField(field) == null ? stream.schema().getField(field) : body.getField(field);
            if (of == null) {
                rules.key(field).problem(name[1] + " has no field " + field);
            } else {
                fields.put(field, rule(field, of.schema(), rules.required(field)));
            }
        }
        Map<String, FieldRule> lines =
                section.has("lines") ? lines(body, section.optional("lines").section("lines")) : null;
        return new RowEvent(
                name[0], name[1], section.has("when") ? section.optional("when").text() : null, fields, lines);
    }

    private static Map<String, FieldRule> lines(Schema body, YamlSection section) {
        Map<String, FieldRule> lines = new LinkedHashMap<>();
        Schema.Field list = body.getField("lines");
        for (String field : section.names()) {
            Schema.Field of =
                    list == null ? null : list.schema().getElementType().getField(field);
            if (of == null) {
                section.key(field).problem("a line has no field " + field);
            } else {
                lines.put(field, rule(field, of.schema(), section.required(field)));
            }
        }
        return lines;
    }

    private static FieldRule rule(String field, Schema schema, YamlValue value) {
        if (value.isWord()) {
            return new FieldRule(kind(field, schema), value.text(), Map.of());
        }
        YamlSection section =
                value.section("a field").knowing("column", "values", "money", "time", "template", "value");
        if (section.has("values")) {
            Map<String, String> values = new LinkedHashMap<>();
            YamlSection words = section.optional("values").section("values");
            words.names().forEach(word -> values.put(word, words.required(word).text()));
            return new FieldRule(FieldRule.Kind.LIST, section.required("column").text(), values);
        }
        for (String kind : List.of("money", "time", "template", "value")) {
            if (section.has(kind)) {
                return new FieldRule(
                        FieldRule.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                        section.optional(kind).text(),
                        Map.of());
            }
        }
        return new FieldRule(kind(field, schema), section.required("column").text(), Map.of());
    }

    private static FieldRule.Kind kind(String field, Schema schema) {
        Schema type = schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(one -> one.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema)
                : schema;
        if (type.getLogicalType() != null) {
            return FieldRule.Kind.TIME;
        }
        return switch (type.getType()) {
            case INT, LONG -> FieldRule.Kind.NUMBER;
            default -> field.endsWith("_id") ? FieldRule.Kind.ID : FieldRule.Kind.TEXT;
        };
    }
}
