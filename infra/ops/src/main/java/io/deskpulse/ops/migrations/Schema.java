package io.deskpulse.ops.migrations;

import io.deskpulse.ops.rules.RuleSeed;
import java.util.List;
import java.util.Map;

/**
 * What a database should look like: the files of a build, checked against each other.
 *
 * @param tables in the order of their numbers
 * @param retired migrations that databases may remember and that are files no more
 * @param views each behind all that it needs
 * @param rules to score with from the start
 */
record Schema(List<Migration> tables, List<RetiredMigration> retired, List<View> views, List<RuleSeed> rules) {

    /**
     * Orders the views.
     *
     * @throws IllegalArgumentException when a number is there twice, a table file has the number of a retired migration that does not
     *     name it, or a view cannot be ordered
     */
    Schema {
        tables = List.copyOf(tables);
        retired = List.copyOf(retired);
        views = new ViewOrder(views, tables).views();
        rules = List.copyOf(rules);
        requireOwnNumbers(tables, retired);
    }

    /** The schema of this build. */
    static Schema bundled() {
        return SchemaFiles.bundled();
    }

    /** By name of the view; another one means that the view has to be made again. */
    Map<String, String> viewChecksums() {
        return new ViewOrder(views, tables).checksums();
    }

    private static void requireOwnNumbers(List<Migration> tables, List<RetiredMigration> retired) {
        for (int i = 1; i < tables.size(); i++) {
            if (tables.get(i - 1).version() == tables.get(i).version()) {
                throw new IllegalArgumentException("two migrations have the same number: "
                        + tables.get(i - 1).fileName() + " and " + tables.get(i).fileName());
            }
        }
        for (Migration migration : tables) {
            retired.stream()
                    .filter(old -> old.version() == migration.version())
                    .filter(old -> !migration.fileName().equals(old.tableFile()))
                    .findFirst()
                    .ifPresent(old -> {
                        throw new IllegalArgumentException(migration.fileName() + " has the number of " + old.fileName()
                                + ", which is retired: give it a number of its own");
                    });
        }
    }
}
