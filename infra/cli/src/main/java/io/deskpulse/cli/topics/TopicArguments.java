package io.deskpulse.cli.topics;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.topics.TopicFile;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import io.deskpulse.streaming.topics.TopicVersion;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import picocli.CommandLine.Option;

/** Which taxonomy of topics, and as it is when; a mixin. */
final class TopicArguments {
    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "As it is at an instant such as 2026-12-01T00:00:00+08:00 (default: the newest version).")
    private String at;

    /** The version asked for, of the bundled taxonomy or of a file that extends it; a {@link UserError} tells all mistakes. */
    TopicVersion version(Path file) {
        TopicTaxonomy taxonomy = file == null ? TopicTaxonomy.bundled() : taxonomy(file);
        if (at == null) {
            return taxonomy.newest();
        }
        try {
            return taxonomy.at(OffsetDateTime.parse(at).toInstant().toEpochMilli());
        } catch (DateTimeException e) {
            throw new UserError("--at must be an instant such as 2026-12-01T00:00:00+08:00, got " + at + ".", e);
        }
    }

    private static TopicTaxonomy taxonomy(Path file) {
        TopicFile read = TopicFile.parse(TextFile.read(file));
        if (!read.problems().isEmpty()) {
            throw new UserError(YamlProblem.told("The topics of " + file + " are not right:", file, read.problems()));
        }
        return read.taxonomy();
    }
}
