package io.deskpulse.bench.redaction;

import io.deskpulse.metrics.privacy.RedactionScore;
import io.deskpulse.metrics.privacy.TextRedaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run redaction}. */
@Command(
        name = "redaction",
        description =
                "How much personal data the redaction of texts lets through, and how much else it takes out. Needs neither"
                        + " broker nor database.")
public final class RedactionBench implements Runnable {
    /** Kinds of which people, not rules, say what they are. */
    private static final Set<String> LIKELY = Set.of("address", "name");

    @Option(names = "--texts", description = "show the texts that leak, and those of which too much is taken out")
    private boolean texts;

    @Override
    public void run() {
        RedactionScore score = new RedactionScore();
        for (String line : lines("personal.tsv")) {
            String[] cells = RedactionScore.unescaped(line).split("\t");
            score.personal(cells[0], cells[2], cells[3], TextRedaction::redact);
        }
        lines("ordinary.txt").forEach(text -> score.ordinary(text, TextRedaction::redact));
        print(score, System.out);
    }

    private void print(RedactionScore score, PrintStream out) {
        out.println("| kind | texts | hidden | recall |\n|---|---|---|---|");
        int known = 0;
        int hidden = 0;
        for (Map.Entry<String, RedactionScore.Recall> kind : score.byKind().entrySet()) {
            RedactionScore.Recall recall = kind.getValue();
            row(kind.getKey(), recall.texts(), recall.hidden(), out);
            known += LIKELY.contains(kind.getKey()) ? 0 : recall.texts();
            hidden += LIKELY.contains(kind.getKey()) ? 0 : recall.hidden();
        }
        row("all that a rule defines (not address, name)", known, hidden, out);
        out.printf(
                Locale.ROOT,
                "%nOf %d ordinary texts something was taken out of %d.%n",
                score.ordinaryTexts(),
                score.falseRedactions().size());
        if (texts) {
            score.leaks().forEach(leak -> out.println("leaks " + leak));
            score.falseRedactions().forEach(text -> out.println("too much " + text));
        }
    }

    private static void row(String kind, int texts, int hidden, PrintStream out) {
        out.printf(Locale.ROOT, "| %s | %d | %d | %.2f %% |%n", kind, texts, hidden, 100.0 * hidden / texts);
    }

    private static List<String> lines(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                RedactionBench.class.getResourceAsStream("/redaction/" + file), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
