package io.deskpulse.cli.imports;

import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.ops.UserError;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to import and how, wherever the events go; a mixin. */
public final class ImportArguments {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Mixin
    private MappingArguments mapping;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Exports or webhooks, plain, gzip or zip; - for standard input. Several are one import.")
    private List<Path> files = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Leave out events before it, such as 2026-11-01T00:00:00+08:00.")
    private String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Leave out events from it on.")
    private String until;

    @Option(names = "--columns", paramLabel = "FILE", description = "With --from csv: what the columns mean, in YAML.")
    private Path columns;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Keep the records of which something was refused.")
    private Path rejects;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of the files, such as GB18030 (default: UTF-8).")
    private String encoding;

    @Option(names = "--max-size", paramLabel = "BYTES", description = "What an archive may unpack to.")
    private Long mostBytes;

    /** The files. */
    public List<Path> files() {
        return files;
    }

    /** The zone that was asked for, or null. */
    public ZoneId zone() {
        return mapping.zone();
    }

    /** The shops that rules name. */
    public List<String> shopNames() {
        return mapping.shopNames();
    }

    /**
     * The options.
     *
     * @throws UserError when one is wrong, or there is nothing to read
     */
    public ImportOptions options() {
        ImportOptions mapped = mapping.options(Instant.now());
        if (files.isEmpty()) {
            throw new UserError("There is nothing to import: name at least one file.");
        }
        if (files.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new UserError("Standard input can be read once: name - once.");
        }
        Instant from = instant("--since", since);
        Instant to = instant("--until", until);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new UserError("--since must be before --until, else no event is left.");
        }
        if (mostBytes != null && mostBytes < 1) {
            throw new UserError("--max-size must be at least 1, got " + mostBytes + ".");
        }
        return new ImportOptions(
                mapped.source(),
                files,
                mapped.shops(),
                mapped.zone(),
                from,
                to,
                mapped.settings(),
                mapped.mapping(),
                columns,
                mapped.accounts(),
                rejects,
                mapped.text(),
                charset(),
                mostBytes == null ? 0 : mostBytes,
                mapped.now());
    }

    private static Instant instant(String option, String value) {
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new UserError(option + " must be a time such as 2026-11-01T00:00:00+08:00, got " + value + ".", e);
        }
    }

    private Charset charset() {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new UserError("--encoding must be an encoding such as GB18030, got " + encoding + ".", e);
        }
    }
}
