package io.deskpulse.metrics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is not tried would have found nothing. */
class TextTraitsTest {
    private static final Path TEXTS = Path.of("../../bench/src/main/resources/redaction");

    @Test
    void patternsThatAreNotTriedWouldHaveFoundNothing() throws IOException {
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(400);

        for (String text : texts) {
            assertSame(text);
            assertSame(text.toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void alsoOfWhatIsMadeOfPiecesOfThem() throws IOException {
        List<String> texts = texts();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder mixed = new StringBuilder();
            for (int piece = 0; piece < 3; piece++) {
                String text = texts.get(random.nextInt(texts.size()));
                int from = random.nextInt(text.length());
                mixed.append(text, from, from + random.nextInt(text.length() - from + 1));
            }
            assertSame(mixed.toString());
        }
    }

    private static void assertSame(String text) {
        assertThat(TextRedaction.redact(text)).isEqualTo(TextRedaction.redactTryingAll(text));
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : List.of("personal.tsv", "ordinary.txt")) {
            for (String line : Files.readAllLines(TEXTS.resolve(file))) {
                String[] cells = RedactionScore.unescaped(line).split("\t");
                String text = cells[cells.length - 1];
                if (!text.isBlank() && !line.startsWith("#")) {
                    texts.add(text);
                    texts.add(cells[Math.min(2, cells.length - 1)]);
                }
            }
        }
        return texts;
    }
}
