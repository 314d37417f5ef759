package io.deskpulse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One case of the conformance kit; {@code conformance/README.md} explains the form.
 *
 * @param id folder, hyphen, file name without its end; the shop of all its events
 * @param definition the definition it pins
 * @param why what makes it tricky
 * @param timeZone of the shop; null for the default
 * @param lines events as JSON Lines, in the order of arrival
 */
record ConformanceCase(
        Path file,
        String id,
        String title,
        String definition,
        String why,
        String timeZone,
        List<String> lines,
        List<Expectation> expectations) {
    private static final Set<String> FIELDS =
            Set.of("id", "title", "definition", "why", "settings", "events", "expect");

    /**
     * The case of a parsed file.
     *
     * @throws IllegalArgumentException when it has not the form of a case, naming file and field
     */
    static ConformanceCase of(Path file, JsonNode tree) {
        Form form = new Form(file, tree);
        form.requireOnly(FIELDS);
        JsonNode settings = tree.path("settings");
        new Form(file, settings).requireOnly(Set.of("time_zone"));
        List<Expectation> expectations = new ArrayList<>();
        tree.path("expect").forEach(expectation -> expectations.add(expectation(new Form(file, expectation))));
        return new ConformanceCase(
                file,
                form.text("id"),
                form.text("title"),
                form.text("definition"),
                form.text("why"),
                settings.path("time_zone").textValue(),
                form.text("events").lines().toList(),
                List.copyOf(expectations));
    }

    /** The folder it lies in. */
    String area() {
        return file.getParent().getFileName().toString();
    }

    private static Expectation expectation(Form form) {
        form.requireOnly(Set.of("view", "rule", "score", "at", "rows"));
        boolean isScore = form.tree.has("score");
        if (isScore == form.tree.has("view") || (isScore && (form.tree.has("at") || form.tree.has("rule")))) {
            throw form.wrong(
                    "expect", "needs either a view or a score; only a view is asked at an instant or for a rule");
        }
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : form.array("rows")) {
            if (!row.isObject() || row.isEmpty()) {
                throw form.wrong("rows", "must be objects with at least one column, got " + row);
            }
            rows.add(row);
        }
        return new Expectation(
                isScore ? Expectation.SCORES : form.text("view"),
                isScore ? form.text("score") : form.tree.path("rule").textValue(),
                form.tree.path("at").textValue(),
                List.copyOf(rows));
    }

    private record Form(Path file, JsonNode tree) {
        void requireOnly(Set<String> fields) {
            Set<String> unknown = new TreeSet<>();
            tree.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(fields);
            if (!unknown.isEmpty()) {
                throw wrong(String.join(", ", unknown), "is no field of a case");
            }
        }

        String text(String field) {
            String text = tree.path(field).isTextual() ? tree.path(field).textValue() : "";
            if (text.isBlank()) {
                throw wrong(field, "must be a text");
            }
            return text.strip();
        }

        JsonNode array(String field) {
            if (!tree.path(field).isArray()) {
                throw wrong(field, "must be a list");
            }
            return tree.path(field);
        }

        IllegalArgumentException wrong(String field, String problem) {
            return new IllegalArgumentException(file + ": " + field + " " + problem);
        }
    }
}
