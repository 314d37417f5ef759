package io.deskpulse.metrics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The redaction on the texts that {@code bench/run redaction} measures it with. */
class RedactionCorpusTest {
    private static final Path TEXTS = Path.of("../../bench/src/main/resources/redaction");

    /** Kinds of which a rule says what they are, other than of addresses and names. */
    private static final Set<String> EXACT =
            Set.of("phone", "id-card", "bank-card", "email", "account", "qq", "order", "buyer");

    private static final RedactionScore SCORE = new RedactionScore();

    @BeforeAll
    static void score() throws IOException {
        for (String line : lines("personal.tsv")) {
            String[] cells = line.split("\t");
            SCORE.personal(cells[0], cells[2], cells[3], TextRedaction::redact);
        }
        lines("ordinary.txt").forEach(text -> SCORE.ordinary(text, TextRedaction::redact));
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(TEXTS.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(RedactionScore::unescaped)
                .toList();
    }

    @Test
    void hidesAtLeast995OfAThousandOfWhatARuleDefines() {
        int texts = 0;
        int hidden = 0;
        for (String kind : EXACT) {
            RedactionScore.Recall recall = SCORE.byKind().get(kind);
            texts += recall.texts();
            hidden += recall.hidden();
        }

        assertThat(texts).isGreaterThanOrEqualTo(600);
        assertThat(hidden / (double) texts)
                .as("leaks: %s", String.join("\n", SCORE.leaks()))
                .isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void hidesNineOfTenAddressesAndNames() {
        assertThat(SCORE.byKind().get("address").ratio())
                .as("leaks: %s", String.join("\n", SCORE.leaks()))
                .isGreaterThanOrEqualTo(0.9);
        assertThat(SCORE.byKind().get("name").ratio())
                .as("leaks: %s", String.join("\n", SCORE.leaks()))
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void leavesOrdinaryTalkAlone() {
        assertThat(SCORE.ordinaryTexts()).isGreaterThanOrEqualTo(1_200);
        assertThat(SCORE.falseRedactions())
                .as(String.join("\n", SCORE.falseRedactions()))
                .hasSizeLessThanOrEqualTo(5);
    }
}
