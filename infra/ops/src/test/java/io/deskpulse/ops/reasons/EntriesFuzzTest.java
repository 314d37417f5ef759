package io.deskpulse.ops.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is added to a file of reasons, and to what: it is read as it was meant, or nothing is added. */
class EntriesFuzzTest {
    private static final NewReason MINE =
            new NewReason("mine", "我的", "Mine", "quality", List.of("我…的"), List.of("it's mine"));
    private static final String BEFORE = """
            # Ours since 2026.
            reasons:
            - code: first   # engraved
              zh: 一
              en: One
              kind: service
              edition: 1

            attributes:
              - {code: engraving, zh: 刻字, en: Engraving}
            """;

    @Test
    void aWordIsReadAsItWas() {
        List<byte[]> words = Fuzz.texts(List.of("wrong engraving", "刻…名字", "- it's \"new\": yes # no", "null"));

        Fuzz.each(words, 0.01, input -> {
            String word = new String(input, StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>();
            EntryLines.text(lines, "zh: ", word);
            EntryLines.list(lines, List.of(word, "b"), "synonyms: ");
            YamlFile<String> read = YamlFile.read(String.join("\n", lines), root -> {
                YamlValue text = root.section("an entry").required("zh");
                return text.isWord() ? text.text() : "";
            });
            if (!read.problems().isEmpty() || !read.value().equals(word.isBlank() ? "" : word)) {
                throw new AssertionError(lines + " is read as " + read);
            }
        });
    }

    @Test
    void anEntryIsAddedToAFileWithoutMistakesOrNothingIs() {
        Fuzz.refusing(UserError.class, Fuzz.texts(List.of(BEFORE, "attributes: []\nreasons: []\n")), 0.01, input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            if (ReasonFile.parse(text).problems().isEmpty()) {
                String longer = GrowingFile.with(MINE, Path.of("mine.yaml"), text);
                assertThat(ReasonFile.parse(longer).taxonomy().codes()).contains("mine");
            }
        });
    }
}
