package io.deskpulse.imports.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.imports.events.TextRule;
import io.deskpulse.ops.Terminal;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Real shapes of all sources, which are no part of this repository, and imports of files. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-12-28T00:00:00Z");

    private Samples() {}

    /** A file of the samples; the test is skipped where it is absent. */
    static Path file(String name) {
        String configured = System.getProperty("deskpulse.shared-data", System.getenv("DESKPULSE_SHARED_DATA"));
        Path path = Path.of(configured == null ? "../../../shared/data" : configured, "adapters", name);
        assumeTrue(
                Files.isRegularFile(path),
                () -> path + " is absent; set DESKPULSE_SHARED_DATA to where adapters/ lies");
        return path;
    }

    /** An import into memory. */
    static Done run(String source, List<Path> files, ZoneId zone, Map<String, String> settings) {
        return run(options(source, files, zone, settings, null));
    }

    static ImportOptions options(
            String source, List<Path> files, ZoneId zone, Map<String, String> settings, Path columns) {
        return new ImportOptions(
                source,
                files,
                List.of("s1"),
                zone,
                null,
                null,
                settings,
                null,
                columns,
                null,
                null,
                TextRule.redact,
                null,
                0,
                NOW);
    }

    static Done run(ImportOptions options) {
        Importer importer = new Importer(options, new Terminal(new PrintStream(PrintStream.nullOutputStream()), false));
        List<String> events = new ArrayList<>();
        importer.run(events::add);
        return new Done(importer, events);
    }

    /** What came out. */
    record Done(Importer importer, List<String> events) {}
}
