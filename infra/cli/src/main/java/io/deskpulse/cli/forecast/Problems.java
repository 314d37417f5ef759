package io.deskpulse.cli.forecast;

import io.deskpulse.ops.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** What is wrong with a file, line by line, told at once. */
final class Problems {
    private static final int MOST_SHOWN = 20;

    private final Path file;
    private final TreeMap<Integer, String> byLine = new TreeMap<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(int line, String problem) {
        byLine.merge(line, file + ":" + line + ": " + problem, (one, other) -> one + "\n" + other);
    }

    /** Refuses the file when there is any problem. */
    void refuse() {
        if (!byLine.isEmpty()) {
            List<String> shown = byLine.values().stream().limit(MOST_SHOWN).toList();
            String more = byLine.size() > MOST_SHOWN ? "\n… and " + (byLine.size() - MOST_SHOWN) + " more lines" : "";
            throw new UserError("the file cannot be used:\n" + String.join("\n", shown) + more);
        }
    }
}
