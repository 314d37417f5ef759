package io.deskpulse.cli.imports;

import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.imports.run.EventFile;
import io.deskpulse.imports.run.Importer;
import io.deskpulse.imports.run.SampleEvents;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the events of an import go that needs no stack of its own; a mixin. */
public final class ImportTargets {
    private static final String STANDARD_OUTPUT = "-";

    @Option(names = "--dry-run", description = "Write and send nothing, as without any destination.")
    private boolean dryRun;

    @Option(
            names = "--out",
            paramLabel = "FILE|-",
            description = "Write JSON Lines; gzip by the name, and there only when complete.")
    private String out;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Send the events to this cluster.")
    private String kafka;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Properties of Kafka's clients for --kafka, for TLS and SASL.")
    private String properties;

    /** Whether nothing shall leave. */
    public boolean isDry() {
        return dryRun;
    }

    /**
     * Fails before anything is read where the events cannot go where they shall.
     *
     * @param replay whether they shall go through a stack, too
     * @throws UserError when they shall go to several places, or to a file that cannot be one
     */
    public void check(boolean replay) {
        List<String> places = new ArrayList<>();
        if (out != null) {
            places.add("--out");
        }
        if (kafka != null || properties != null) {
            places.add("--kafka");
        }
        if (replay) {
            places.add("--replay");
        }
        if (places.size() > 1) {
            throw new UserError(String.join(" and ", places)
                    + " are two destinations; an import has one. What --out wrote, deskpulse replay takes.");
        }
        if (out != null && !out.equals(STANDARD_OUTPUT)) {
            OutputFiles.check("--out", Path.of(out));
        }
    }

    /** Runs an import to where it shall go; without a destination ten events are shown. */
    public void run(Importer importer, PrintWriter standardOutput, Terminal terminal) {
        if (!dryRun && out != null && !out.equals(STANDARD_OUTPUT)) {
            try (EventFile file = new EventFile(Path.of(out))) {
                importer.run(file);
                file.complete();
            }
        } else if (!dryRun && out != null) {
            importer.run(standardOutput::println);
            standardOutput.flush();
        } else if (!dryRun && (kafka != null || properties != null)) {
            send(importer);
        } else {
            SampleEvents events = new SampleEvents();
            importer.run(events);
            events.lines().forEach(standardOutput::println);
            standardOutput.flush();
            terminal.step("Nothing was written or sent; --out, --kafka or --replay say where the events shall go.");
        }
    }

    private void send(Importer importer) {
        JsonLinesReader reader = new JsonLinesReader();
        try (EventSender sender =
                EventSender.toExistingTopics(KafkaArguments.access(kafka, properties, Map.copyOf(System.getenv())))) {
            importer.run(line -> sender.send(((ParsedLine.Event) reader.read(1, line)).event()));
            sender.flush();
        }
    }
}
