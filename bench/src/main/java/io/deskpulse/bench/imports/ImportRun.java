package io.deskpulse.bench.imports;

import io.deskpulse.imports.events.TextRule;
import io.deskpulse.imports.run.EventFile;
import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.imports.run.Importer;
import io.deskpulse.ops.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One import in a process of its own. */
final class ImportRun {
    private ImportRun() {}

    /**
     * Imports, and prints how long it took.
     *
     * @param args file of webhooks, file of events, what becomes of words
     */
    public static void main(String[] args) throws IOException {
        ImportOptions options = new ImportOptions(
                "chatwoot",
                List.of(Path.of(args[0])),
                List.of("bench"),
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                TextRule.valueOf(args[2]),
                null,
                0,
                Instant.parse("2100-01-01T00:00:00Z"));
        long begun = System.nanoTime();
        Importer importer = new Importer(options, Terminal.standardError());
        try (EventFile events = new EventFile(Path.of(args[1]))) {
            importer.run(events);
            events.complete();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d records, %,d events in %.1f s: %,.0f records a second; heap at most %,d MB, resident at most %s%n",
                importer.report().read(false),
                importer.report().events().total(),
                seconds,
                importer.report().read(false) / seconds,
                Runtime.getRuntime().maxMemory() >> 20,
                resident());
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
