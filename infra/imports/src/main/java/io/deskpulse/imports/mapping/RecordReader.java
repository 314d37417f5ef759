package io.deskpulse.imports.mapping;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one kind of record of a mapping. */
final class RecordReader {
    private static final String[] KEYS = {
        "kind",
        "part",
        "shape",
        "when",
        "subject",
        "id",
        "newest",
        "keep",
        "children",
        "with",
        "among",
        "contacts",
        "buyer",
        "currency",
        "events"
    };

    private final Templates templates;

    RecordReader(Templates templates) {
        this.templates = templates;
    }

    RecordKind kind(YamlValue value) {
        YamlSection record = value.section("a record").knowing(KEYS);
        boolean part = record.has("part");
        return new RecordKind(
                String.valueOf(record.required("kind").text()),
                part,
                record.has("shape")
                        ? record.optional("shape").text()
                        : record.optional("kind").text(),
                part ? null : expression(templates, record.required("when"), "when"),
                part ? null : expression(templates, record.required("subject"), "subject"),
                expression(templates, record.optional("id"), "id"),
                expression(templates, record.optional("newest"), "newest"),
                record.has("keep") && "first".equals(record.optional("keep").oneOf(List.of("first", "newest"))),
                children(record),
                expression(templates, record.optional("with"), "with"),
                expression(templates, record.optional("among"), "among"),
                expression(templates, record.optional("contacts"), "contacts"),
                expression(templates, record.optional("buyer"), "buyer"),
                expression(templates, record.optional("currency"), "currency"),
                rows(record));
    }

    private static Map<String, String> children(YamlSection record) {
        Map<String, String> children = new LinkedHashMap<>();
        if (record.has("children")) {
            YamlSection section = record.optional("children").section("children");
            section.names()
                    .forEach(path -> children.put(path, section.required(path).text()));
        }
        return children;
    }

    private static List<RecordKind.Row> rows(YamlSection record) {
        List<RecordKind.Row> rows = new ArrayList<>();
        for (YamlValue value : record.optional("events").elements()) {
            YamlSection row = value.section("an event").knowing("from", "event", "id");
            rows.add(new RecordKind.Row(
                    row.required("from").text(),
                    row.required("event").text(),
                    row.has("id") ? row.optional("id").text() : ""));
        }
        return rows;
    }

    static Expression expression(Templates templates, YamlValue value, String what) {
        if (value.isAbsent() || value.text() == null) {
            return null;
        }
        try {
            return templates.compile(what, value.text());
        } catch (JsltException e) {
            value.problem(what + " is no template: " + e.getMessage());
            return null;
        }
    }
}
