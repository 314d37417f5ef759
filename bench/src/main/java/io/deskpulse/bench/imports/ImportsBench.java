package io.deskpulse.bench.imports;

import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.stack.OwnProcess;
import io.deskpulse.imports.events.TextRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run imports}: webhooks of Chatwoot into events, in a heap of 512 MB. */
@Command(
        name = "imports",
        description =
                "How fast webhooks of Chatwoot are imported from a file, with a heap of 512 MB. Needs neither broker nor database.")
public final class ImportsBench implements Runnable {
    @Option(names = "--records", defaultValue = "1000000", description = "webhooks (default ${DEFAULT-VALUE})")
    private long records;

    @Option(
            names = "--text",
            defaultValue = "redact",
            description = "what becomes of words: keep, redact, drop (default ${DEFAULT-VALUE})")
    private TextRule text;

    @Override
    public void run() {
        System.out.println("before: " + Machine.line());
        try {
            Path folder = Files.createTempDirectory("deskpulse-bench");
            Path webhooks = folder.resolve("webhooks.ndjson");
            Path events = folder.resolve("events.jsonl");
            try {
                Webhooks.write(webhooks, records);
                System.out.printf("%,d MB of webhooks%n", Files.size(webhooks) / 1_000_000);
                OwnProcess.run(
                        ImportRun.class,
                        List.of("-Xms64m", "-Xmx512m", "-XX:-AlwaysPreTouch"),
                        List.of(webhooks.toString(), events.toString(), text.name()));
            } finally {
                Files.deleteIfExists(webhooks);
                Files.deleteIfExists(events);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("after: " + Machine.line());
    }
}
