package io.deskpulse.ops.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {
    private static final Path NAME = Path.of("mine.yaml");
    private static final NewReason MINE =
            new NewReason("mine", "我的", "Mine: \"all\"", "quality", List.of("我…的"), List.of("it's mine"));
    private static final NewReason MORE = new NewReason("broken", null, null, null, List.of("碎成渣"), List.of());
    private static final String ENTRY = """
              - code: mine
                zh: "我的"
                en: "Mine: \\"all\\""
                kind: quality
                edition: 1
                synonyms:
                  zh: ["我…的"]
                  en: ["it's mine"]
            """;

    @TempDir
    private Path directory;

    @Test
    void aNewFileHasTheEntryAlone() {
        assertThat(GrowingFile.with(MINE, NAME, "")).isEqualTo("reasons:\n" + ENTRY);
        assertThat(GrowingFile.with(MORE, NAME, "# ours\n"))
                .isEqualTo("# ours\nreasons:\n  - code: broken\n    synonyms:\n      zh: [\"碎成渣\"]\n");
    }

    @Test
    void wordsAreReadAsTheyWereWrittenWhateverIsInThem() {
        for (String word : List.of("null", "a\u007fb", "two\u2028lines", "\u0085", "\uFEFFmark")) {
            NewReason odd = new NewReason("odd", "奇", word + "s", "quality", List.of(), List.of(word + " odd"));
            String text = GrowingFile.with(odd, NAME, "");

            assertThat(ReasonFile.parse(text).problems()).isEmpty();
            assertThat(ReasonFile.parse(text).taxonomy().codes()).contains("odd");
        }
        assertThat(EntryLines.quoted("null")).isEqualTo("\"null\"");
        assertThat(EntryLines.quoted("two\u2028lines \uD83D\uDE00")).isEqualTo("\"two\\u2028lines \uD83D\uDE00\"");
    }

    @Test
    void commentsAndTheRestStay() {
        String before = """
                # Ours since 2026.
                reasons:
                # the first
                - code: first   # engraved
                  zh: 一
                  en: One
                  kind: service
                  edition: 1

                # attributes of ours
                attributes:
                  - {code: engraving, zh: 刻字, en: Engraving}
                """;
        String after = GrowingFile.with(MORE, NAME, before);

        assertThat(after)
                .isEqualTo(before.replace(
                        "  edition: 1\n", "  edition: 1\n- code: broken\n  synonyms:\n    zh: [\"碎成渣\"]\n"));
        assertThat(ReasonFile.parse(after).problems()).isEmpty();
    }

    @Test
    void anEmptyListAndALastEntryOfOneLineGrow() {
        assertThat(GrowingFile.with(MINE, NAME, "reasons:\nwords: {}\n"))
                .isEqualTo("reasons:\n" + ENTRY + "words: {}\n");
        assertThat(GrowingFile.with(MINE, NAME, "reasons:\n    - {code: broken}"))
                .isEqualTo("reasons:\n    - {code: broken}\n" + ENTRY.indent(2));
    }

    @Test
    void whatDoesNotFitIsNotAdded() {
        String before = GrowingFile.with(MINE, NAME, "");

        assertThatThrownBy(() -> GrowingFile.with(MINE, NAME, before))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "Nothing was added.\nmine.yaml with that entry, line 10, column 11: 'mine' is there twice");
        assertThatThrownBy(() -> GrowingFile.with(
                        new NewReason("late", null, null, "quality", List.of(), List.of()), NAME, before))
                .hasMessageContaining("not change its 'kind'");
        assertThatThrownBy(() -> GrowingFile.with(
                        new NewReason("new\n", "新", "New", "quality", List.of(), List.of()), NAME, before))
                .hasMessageContaining("expected a code in lower case");
        assertThatThrownBy(() ->
                        GrowingFile.with(new NewReason("broken", null, null, null, List.of(), List.of()), NAME, before))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Nothing was added: give reason 'broken' words");
        assertThatThrownBy(() -> GrowingFile.with(MINE, NAME, "{reasons: [{code: broken}]}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("write into it yourself:\n- code: mine\n");
    }

    @Test
    void aFileIsReplacedWhole() throws IOException {
        Path file = directory.resolve("ours.yaml");

        GrowingFile.write(file, "one");
        GrowingFile.write(file, "two");

        assertThat(file).hasContent("two");
        assertThat(Files.list(directory)).containsExactly(file);
        assertThatThrownBy(() -> GrowingFile.write(directory.resolve("no/ours.yaml"), "x"))
                .hasMessage("There is no folder " + directory.resolve("no") + ".");
    }

    @Test
    void listsHaveEveryReasonInItsPlace() {
        ReasonTaxonomy taxonomy =
                ReasonFile.parse(GrowingFile.with(MINE, NAME, "")).taxonomy();
        ReasonList list = new ReasonList(taxonomy);

        assertThat(list.reasons().csv())
                .startsWith("place,reason,kind,counted against,zh,en,synonyms\n0,defective,quality,signed,质量问题,")
                .endsWith(",mine,quality,signed,我的,\"Mine: \"\"all\"\"\",2\n");
        assertThat(list.attributes().csv()).contains("\nsize,尺码/尺寸,Size,");
        assertThat(list.json()).contains("\"code\" : \"mine\"").contains("\"exposure\" : \"CONVERSATION\"");
    }
}
