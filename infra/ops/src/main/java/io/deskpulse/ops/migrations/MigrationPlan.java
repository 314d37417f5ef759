package io.deskpulse.ops.migrations;

import io.deskpulse.ops.UserError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides what is still to be applied, and refuses a history that is not the beginning of this build's. */
final class MigrationPlan {
    private MigrationPlan() {}

    /**
     * The migrations after the last applied one.
     *
     * @param known of this build, in order
     * @param applied checksum by version, as the database remembers
     * @throws UserError when an applied migration was changed or is missing here, or an earlier one was never applied
     */
    static List<Migration> pending(List<Migration> known, Map<Integer, String> applied) {
        Map<Integer, Migration> byVersion =
                known.stream().collect(Collectors.toMap(Migration::version, Function.identity()));
        new TreeMap<>(applied).forEach((version, checksum) -> requireSame(version, checksum, byVersion.get(version)));
        int last = applied.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        known.stream()
                .filter(migration -> migration.version() < last && !applied.containsKey(migration.version()))
                .findFirst()
                .ifPresent(migration -> {
                    throw new UserError(migration.fileName() + " was never applied, though V" + last
                            + " was: migrations only go forward. Give it a number above " + last + ".");
                });
        return known.stream().filter(migration -> migration.version() > last).toList();
    }

    private static void requireSame(int version, String checksum, Migration known) {
        if (known == null) {
            throw new UserError(String.format(
                    "The database has migration V%03d, which this build of deskpulse does not know:"
                            + " the database is newer, or the file was deleted. Use the newer deskpulse.",
                    version));
        }
        if (!known.checksum().equals(checksum)) {
            throw new UserError(known.fileName() + " was changed after it had been applied (checksum "
                    + known.checksum().substring(0, 12) + "…, applied "
                    + checksum.substring(0, Math.min(12, checksum.length()))
                    + "…). Restore the file and put the change into a new migration.");
        }
    }
}
