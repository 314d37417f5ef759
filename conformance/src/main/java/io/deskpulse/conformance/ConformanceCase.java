package io.deskpulse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
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
 * @param campaigns of the shop, as a settings file lists them, in the flow style of YAML; empty when it has none
 * @param articles of the shop, as a file of articles lists them but for the shop, in the flow style of YAML; empty when it has none
 * @param history events that all cases have told in the order of their instants before any other, as JSON Lines
 * @param lines further events as JSON Lines, in the order of arrival
 * @param said what people of the shop said of its items
 * @param planned what planners of the shop had
 */
record ConformanceCase(
        Path file,
        String id,
        String title,
        String definition,
        String why,
        String timeZone,
        String campaigns,
        String articles,
        List<String> history,
        List<String> lines,
        List<Said> said,
        Planned planned,
        List<Expectation> expectations) {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "title",
            "definition",
            "why",
            "settings",
            "repeat",
            "events",
            "said",
            "forecasts",
            "overrides",
            "tags",
            "expect");
    private static final Set<String> ACTIONS = Set.of("ACKNOWLEDGED", "ASSIGNED", "FIXING", "FIXED", "NOT_A_DEFECT");

    /**
     * The case of a parsed file.
     *
     * @throws IllegalArgumentException when it has not the form of a case, naming file and field
     */
    static ConformanceCase of(Path file, JsonNode tree) {
        Form form = new Form(file, tree);
        form.requireOnly(FIELDS);
        JsonNode settings = tree.path("settings");
        new Form(file, settings).requireOnly(Set.of("time_zone", "campaigns", "articles"));
        List<String> history = new ArrayList<>();
        tree.path("repeat")
                .forEach(repeat -> repeat(new Form(file, repeat)).expanded().forEach(history::add));
        List<Said> said = new ArrayList<>();
        tree.path("said").forEach(word -> said.add(said(new Form(file, word))));
        List<Expectation> expectations = new ArrayList<>();
        tree.path("expect").forEach(expectation -> expectations.add(expectation(new Form(file, expectation))));
        return new ConformanceCase(
                file,
                form.text("id"),
                form.text("title"),
                form.text("definition"),
                form.text("why"),
                settings.path("time_zone").textValue(),
                list(settings.path("campaigns")),
                list(settings.path("articles")),
                List.copyOf(history),
                tree.has("events") || history.isEmpty()
                        ? form.text("events").lines().toList()
                        : List.of(),
                List.copyOf(said),
                planned(file, tree),
                List.copyOf(expectations));
    }

    private static String list(JsonNode setting) {
        return setting.isMissingNode() ? "" : setting.toString();
    }

    private static Planned planned(Path file, JsonNode tree) {
        try {
            return Planned.of(tree);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** The folder it lies in. */
    String area() {
        return file.getParent().getFileName().toString();
    }

    private static Repeat repeat(Form form) {
        form.requireOnly(Set.of("times", "from", "every", "lines"));
        int times = form.tree.path("times").intValue();
        if (times < 1) {
            throw form.wrong("times", "must be a number from 1 on");
        }
        return new Repeat(
                times,
                OffsetDateTime.parse(form.text("from")),
                Duration.parse(form.text("every")),
                form.text("lines").lines().toList());
    }

    private static Said said(Form form) {
        form.requireOnly(Set.of("at", "sku_id", "attribute", "action", "since", "owner", "note", "by"));
        if (!ACTIONS.contains(form.text("action"))) {
            throw form.wrong("action", "must be one of " + new TreeSet<>(ACTIONS));
        }
        OffsetDateTime at = OffsetDateTime.parse(form.text("at"));
        return new Said(
                at,
                form.text("sku_id"),
                form.text("attribute"),
                form.text("action"),
                form.tree.has("since") ? OffsetDateTime.parse(form.text("since")) : at,
                form.tree.path("owner").asText(""),
                form.tree.path("note").asText(""),
                form.tree.path("by").asText("conformance"));
    }

    private static Expectation expectation(Form form) {
        form.requireOnly(Set.of("view", "rule", "score", "at", "days", "rows"));
        boolean isScore = form.tree.has("score");
        if (isScore == form.tree.has("view")
                || (isScore && (form.tree.has("at") || form.tree.has("days") || form.tree.has("rule")))) {
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
                form.tree.path("days").textValue(),
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
