package io.deskpulse.imports.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.imports.input.CsvRecords;
import io.deskpulse.imports.input.InputFiles;
import io.deskpulse.imports.input.JsonRecords;
import io.deskpulse.imports.input.Place;
import io.deskpulse.imports.input.RecordSink;
import java.io.BufferedInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Drafts a mapping out of a file: its fields with their types, and where times and ids may be; no value is copied. */
public final class Draft implements RecordSink {
    private static final int MOST_OBJECTS = 2_000;
    private static final int DEEPEST = 6;

    private final Map<String, Set<String>> fields = new TreeMap<>();
    private int objects;

    private Draft() {}

    /**
     * The draft of a {@code mapping.yaml}.
     *
     * @param name of the mapping, as {@code --from} will take it
     */
    public static List<String> of(String name, Path file) {
        Draft draft = new Draft();
        new InputFiles(List.of(file), null, 0).readAll((title, in) -> {
            BufferedInputStream text = new BufferedInputStream(in);
            text.mark(64);
            String head = new String(text.readNBytes(32), StandardCharsets.ISO_8859_1).stripLeading();
            text.reset();
            if (head.startsWith("{") || head.startsWith("[")) {
                new JsonRecords(Set.of()).read(title, text, draft);
            } else {
                CsvRecords.read(title, text, draft);
            }
        });
        return draft.lines(name);
    }

    @Override
    public void object(ObjectNode object, Place place) {
        if (objects++ < MOST_OBJECTS) {
            walk("", object, 0);
        }
    }

    @Override
    public void unreadable(Place place, String problem) {
        fields.computeIfAbsent("# " + place + ": " + problem, key -> new TreeSet<>());
    }

    private void walk(String path, JsonNode node, int depth) {
        if (node.isObject() && depth < DEEPEST) {
            node.properties().forEach(field -> walk(path + "." + field.getKey(), field.getValue(), depth + 1));
        } else if (node.isArray()) {
            node.forEach(element -> walk(path + "[]", element, depth + 1));
        } else {
            fields.computeIfAbsent(path, key -> new TreeSet<>()).add(kind(node));
        }
    }

    private static String kind(JsonNode value) {
        String text = value.asText();
        if (value.isNull()) {
            return "null";
        }
        if (value.isNumber()) {
            return text.matches("1[0-9]{9}(\\.[0-9]+)?")
                    ? "number, seconds since 1970?"
                    : text.matches("1[0-9]{12}") ? "number, milliseconds since 1970?" : "number";
        }
        if (value.isBoolean()) {
            return "true or false";
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*")
                ? "text, a time?"
                : text.matches("\\d{1,19}") ? "text, digits" : text.contains("@") ? "text, an address?" : "text";
    }

    private List<String> lines(String name) {
        List<String> lines = new ArrayList<>(List.of(
                "# A draft out of " + objects
                        + " objects. Each rule is explained where it stands; events.jslt goes beside this file.",
                "name: " + name,
                "title: " + name,
                "prefix: xx                   # two letters that begin every id",
                "version: 1",
                "# zone: Europe/Berlin        # of times without an offset; else --zone is asked for",
                "# envelopes: [data]          # lists around records, as paths",
                "# What all events of a group share; .buyers are the names of those whom its records belong to.",
                "header: '{\"conversation_id\": \"xx-\" + .subject, \"channel\": \"CHAT\", \"buyer_id\": fallback(.buyers[0], \"xx-\" + .subject)}'",
                "ignore: []                   # fields that are known to say nothing",
                "records:",
                "  - kind: message",
                "    shape: messages          # what a person would call them",
                "    when: '.id and .text'    # true of records of this kind",
                "    subject: .conversation_id",
                "    id: .id                  # versions of one record share it",
                "    newest: .updated_at      # of several versions the newest counts; keep: first for what was sent",
                "    buyer: 'buyer(.sender.id, .sender.email)'",
                "# events.jslt: [{\"type\": \"MessageSent\", \"id\": id(\"5\", digits(.record.id)), \"time\": instant(.record.created_at),",
                "#   \"sender\": \"BUYER\", \"text\": text(.record.text)}]",
                "#",
                "# Fields of the file:"));
        fields.forEach(
                (path, kinds) -> lines.add("#   " + path + (kinds.isEmpty() ? "" : ": " + String.join(" or ", kinds))));
        return lines;
    }
}
