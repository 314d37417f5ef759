package io.deskpulse.ops.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration that was released and is a file no more: what databases remember of it, and what is in its place.
 *
 * @param version its number
 * @param name without the number
 * @param checksum of its text as it was released
 * @param tableFile the file of {@code tables} that does to tables what it did; null when it did nothing to them
 * @param views names of the views that it made
 */
record RetiredMigration(int version, String name, String checksum, String tableFile, List<String> views) {
    private static final Pattern LINE = Pattern.compile("V(\\d{3,6})__([a-z0-9_]+) ([0-9a-f]{64})");
    private static final Pattern TABLE_FILE = Pattern.compile("V\\d{3,6}__[a-z0-9_]+");

    RetiredMigration {
        views = List.copyOf(views);
    }

    /**
     * Reads the list: a line for each, lines that begin with a space for what it made, lines that begin with {@code #} for readers.
     *
     * @throws IllegalArgumentException when a line has another form
     */
    static List<RetiredMigration> parse(String text) {
        List<RetiredMigration> all = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line.strip());
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            } else if (line.startsWith(" ") && !all.isEmpty()) {
                all.add(all.remove(all.size() - 1).having(line.strip().split("\\s+")));
            } else if (matcher.matches()) {
                all.add(new RetiredMigration(
                        Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3), null, List.of()));
            } else {
                throw new IllegalArgumentException(
                        "a retired migration is told as \"V001__name SHA-256\", got \"" + line + "\"");
            }
        }
        return List.copyOf(all);
    }

    /** As {@code V001__name.sql}. */
    String fileName() {
        return String.format("V%03d__%s.sql", version, name);
    }

    private RetiredMigration having(String[] things) {
        String table = tableFile;
        List<String> all = new ArrayList<>(views);
        for (String thing : things) {
            if (TABLE_FILE.matcher(thing).matches()) {
                table = thing + ".sql";
            } else {
                all.add(thing);
            }
        }
        return new RetiredMigration(version, name, checksum, table, all);
    }
}
