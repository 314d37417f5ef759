package io.deskpulse.ops.topics;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.reasons.EntryLines;
import io.deskpulse.ops.reasons.GrowingFile;
import io.deskpulse.streaming.topics.TopicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a file of topics shall be given from an instant on: a topic of its own, or more words for one that is there.
 *
 * @param version name of the version that it belongs to
 * @param from when that begins, ISO-8601 with an offset
 * @param code of the topic
 * @param names zh, en and cause; each null for a topic that is there
 * @param zhSynonyms what people write for it in Chinese
 * @param enSynonyms and in English
 */
public record NewTopic(
        String version, String from, String code, Names names, List<String> zhSynonyms, List<String> enSynonyms) {
    private static final String VERSIONS = "versions";

    /**
     * What only a new topic is given.
     *
     * @param zh Chinese name
     * @param en English name
     * @param cause what it is counted against, as files have it
     */
    public record Names(String zh, String en, String cause) {}

    /** Copies the lists. */
    public NewTopic {
        zhSynonyms = List.copyOf(zhSynonyms);
        enSynonyms = List.copyOf(enSynonyms);
    }

    /**
     * The text of a file with this at its end, comments and all else left as they are.
     *
     * @param name of the file, for messages
     * @param text of a file without mistakes; empty for a new one
     * @throws UserError when it does not fit, or there is no place for it; says what is wrong
     */
    public String addedTo(Path name, String text) {
        if (names.zh() == null && names.en() == null && zhSynonyms.isEmpty() && enSynonyms.isEmpty()) {
            throw new UserError("Nothing was added: give topic '" + code + "' words with --zh-synonym or --en-synonym,"
                    + " or names when it is new.");
        }
        String longer = GrowingFile.with(VERSIONS, lines(), name, text);
        TopicFile read = TopicFile.parse(longer);
        if (!read.problems().isEmpty()) {
            throw new UserError(read.problems().stream()
                    .map(problem -> "\n" + name + " with that entry, " + problem)
                    .collect(Collectors.joining("", "Nothing was added.", "")));
        }
        return longer;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        EntryLines.text(lines, "- version: ", version);
        EntryLines.text(lines, "  from: ", from);
        lines.add("  topics:");
        EntryLines.text(lines, "    - code: ", code);
        EntryLines.text(lines, "      zh: ", names.zh());
        EntryLines.text(lines, "      en: ", names.en());
        EntryLines.text(lines, "      cause: ", names.cause());
        if (!zhSynonyms.isEmpty() || !enSynonyms.isEmpty()) {
            lines.add("      synonyms:");
            EntryLines.list(lines, zhSynonyms, "        zh: ");
            EntryLines.list(lines, enSynonyms, "        en: ");
        }
        return lines;
    }
}
