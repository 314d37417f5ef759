package io.deskpulse.cli.digest;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.topics.TopicFile;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Names of reasons, attributes and topics: those of the build, with what files add. */
public final class WordsArgument {
    private static final String BUNDLED = "bundled";

    /** Jobs that leave texts unread still know what feeds say. */
    private static final String OFF = "off";

    @Option(
            names = "--reasons",
            paramLabel = "FILE",
            defaultValue = "${env:DESKPULSE_REASONS:-bundled}",
            description =
                    "Names of reasons of your own, as the jobs have them (default: $$DESKPULSE_REASONS, else none).")
    private String reasons;

    @Option(
            names = "--topics",
            paramLabel = "FILE",
            defaultValue = "${env:DESKPULSE_TOPICS:-bundled}",
            description =
                    "Names of topics of your own, as the jobs have them (default: $$DESKPULSE_TOPICS, else none).")
    private String topics;

    /**
     * The words of a language.
     *
     * @throws UserError when a file has mistakes or is not there
     */
    Words words(String language) {
        return new Words(language, reasons(), topics().newest());
    }

    private ReasonTaxonomy reasons() {
        if (reasons.equals(BUNDLED)) {
            return ReasonTaxonomy.bundled();
        }
        ReasonFile read = ReasonFile.parse(TextFile.read(Path.of(reasons)));
        refuse(reasons, read.problems());
        return read.taxonomy();
    }

    private TopicTaxonomy topics() {
        if (topics.equals(BUNDLED) || topics.equals(OFF)) {
            return TopicTaxonomy.bundled();
        }
        TopicFile read = TopicFile.parse(TextFile.read(Path.of(topics)));
        refuse(topics, read.problems());
        return read.taxonomy();
    }

    private static void refuse(String file, List<YamlProblem> problems) {
        if (!problems.isEmpty()) {
            throw new UserError(file + ", " + problems.get(0) + ".");
        }
    }
}
