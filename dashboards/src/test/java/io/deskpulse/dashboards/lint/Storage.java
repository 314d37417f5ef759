package io.deskpulse.dashboards.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables behind the views, which are nobody's interface, as the migrations create them. */
final class Storage {
    private static final Path MIGRATIONS = Path.of("..", "infra", "clickhouse");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS deskpulse\\.(\\w+)");

    private Storage() {}

    /** Their names, and the server's own; the rules are a table that is meant to be read. */
    static Set<String> tables() {
        Set<String> names = new HashSet<>(Set.of("system"));
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                TABLE.matcher(Files.readString(file)).results().forEach(table -> names.add(table.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.remove("metric_rules");
        return names;
    }
}
