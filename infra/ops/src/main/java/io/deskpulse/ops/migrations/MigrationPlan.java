package io.deskpulse.ops.migrations;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.migrations.SchemaHistory.State;
import io.deskpulse.ops.rules.RuleSeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database lacks of a schema, in the order in which it is applied.
 *
 * @param tables files that it has not applied
 * @param views that are missing, or were made of another text or over others than those of now
 * @param leftViews names of views that deskpulse made and has no more
 * @param rules that it never had from a file
 */
public record MigrationPlan(List<Migration> tables, List<View> views, Set<String> leftViews, List<RuleSeed> rules) {

    /**
     * Compares a database with a schema.
     *
     * @throws UserError when an applied migration was changed or is missing in the schema, an earlier one was never applied, or a name
     *     is taken by something that is not deskpulse's
     */
    static MigrationPlan of(Schema schema, State state) {
        List<Migration> tables = pending(schema, state.migrations());
        Map<String, String> checksums = schema.viewChecksums();
        List<View> views = schema.views().stream()
                .filter(view -> !state.hasView(view.name())
                        || !checksums.get(view.name()).equals(state.views().get(view.name())))
                .toList();
        Set<String> leftViews = leftViews(schema, state);
        views.forEach(view -> requireFree(view, state));
        tables.forEach(migration -> requireFree(migration, leftViews, state));
        List<RuleSeed> rules = schema.rules().stream()
                .filter(rule -> !state.rules().containsKey(rule.name()))
                .toList();
        return new MigrationPlan(tables, views, leftViews, rules);
    }

    /** Whether the database is as the schema wants it. */
    public boolean isEmpty() {
        return tables.isEmpty() && views.isEmpty() && leftViews.isEmpty() && rules.isEmpty();
    }

    /** How much it is, such as {@code 2 table migrations, 53 views and 1 rule}. */
    public String size() {
        List<String> parts = Stream.of(
                        count(tables.size(), "table migration"),
                        count(views.size(), "view"),
                        count(leftViews.size(), "dropped view"),
                        count(rules.size(), "rule"))
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.toCollection(ArrayList::new));
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        String last = parts.remove(parts.size() - 1);
        return String.join(", ", parts) + " and " + last;
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static List<Migration> pending(Schema schema, Map<Integer, String> applied) {
        new TreeMap<>(applied).forEach((version, checksum) -> requireKnown(version, checksum, schema));
        int last = applied.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        schema.tables().stream()
                .filter(migration -> migration.version() < last && !applied.containsKey(migration.version()))
                .findFirst()
                .ifPresent(migration -> {
                    throw new UserError(migration.fileName() + " was never applied, though V" + last
                            + " was: migrations only go forward. Give it a number above " + last + ".");
                });
        return schema.tables().stream()
                .filter(migration -> migration.version() > last)
                .toList();
    }

    private static void requireKnown(int version, String checksum, Schema schema) {
        Map<String, String> known = new LinkedHashMap<>();
        schema.retired().stream()
                .filter(migration -> migration.version() == version)
                .forEach(migration -> known.put(migration.checksum(), migration.fileName()));
        schema.tables().stream()
                .filter(migration -> migration.version() == version)
                .forEach(migration -> known.put(migration.checksum(), migration.fileName()));
        if (known.isEmpty()) {
            throw new UserError(String.format(
                    "The database has migration V%03d, which this build of deskpulse does not know:"
                            + " the database is newer, or the file was deleted. Use the newer deskpulse.",
                    version));
        }
        if (!known.containsKey(checksum)) {
            Map.Entry<String, String> expected = known.entrySet().iterator().next();
            throw new UserError(String.format(
                    "%s was changed after it had been applied (checksum %.12s…, applied %.12s…)."
                            + " Restore the file and put the change into a new migration.",
                    expected.getValue(), expected.getKey(), checksum));
        }
    }

    private static Set<String> leftViews(Schema schema, State state) {
        Set<String> ours = new TreeSet<>();
        schema.retired().stream()
                .filter(migration ->
                        migration.checksum().equals(state.migrations().get(migration.version())))
                .forEach(migration -> ours.addAll(migration.views()));
        ours.removeAll(state.views().keySet());
        state.views().forEach((name, checksum) -> {
            if (!checksum.isEmpty()) {
                ours.add(name);
            }
        });
        schema.views().forEach(view -> ours.remove(view.name()));
        return ours;
    }

    /** CREATE OR REPLACE VIEW would replace a table, rows and all. */
    private static void requireFree(View view, State state) {
        String engine = state.engines().get(view.name());
        if (engine != null && !state.hasView(view.name())) {
            throw new UserError("There is a table deskpulse." + view.name() + " (" + engine + ") where views/"
                    + view.fileName() + " makes a view: rename the table.");
        }
    }

    /** CREATE TABLE IF NOT EXISTS would take a view for the table. */
    private static void requireFree(Migration migration, Set<String> leftViews, State state) {
        for (String table : migration.createdTables()) {
            if (state.hasView(table) && !leftViews.contains(table)) {
                throw new UserError("There is a view deskpulse." + table + " that deskpulse did not make where tables/"
                        + migration.fileName() + " makes a table: drop or rename the view.");
            }
        }
    }
}
