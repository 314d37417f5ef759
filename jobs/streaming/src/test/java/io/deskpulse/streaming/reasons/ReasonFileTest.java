package io.deskpulse.streaming.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonFileTest {
    private static final ReasonTaxonomy BUNDLED = ReasonTaxonomy.bundled();

    private static final String MINE = """
            reasons:
              - {code: mine, zh: 我的, en: Mine, kind: service, edition: 1, synonyms: {zh: [我的词], en: my word}}
              - {code: broken, synonyms: {zh: [碎成渣]}, labels: [B1]}
            attributes:
              - {code: engraving, zh: 刻字, en: Engraving}
              - {code: size, synonyms: {en: [girth]}}
            words:
              negations: {en: [nope]}
            """;

    @TempDir
    private Path directory;

    @Test
    void aFileExtendsWhatIsBundled() {
        ReasonTaxonomy taxonomy = ReasonFile.parse(MINE).taxonomy();
        int bundled = BUNDLED.reasons().size();

        assertThat(taxonomy.codes().subList(0, bundled)).isEqualTo(BUNDLED.codes());
        assertThat(taxonomy.indexOf("mine")).isEqualTo(bundled);
        assertThat(taxonomy.reasons()).endsWith(new Reason("mine", ExposureType.CONVERSATION));
        assertThat(taxonomy.indexOf("nobody")).isEqualTo(-1);
        assertThat(taxonomy.changesSince(BUNDLED.codes())).isEmpty();

        ReasonMapper mapper = new ReasonMapper(taxonomy);
        assertThat(mapper.map(null, "都碎成渣了").code()).isEqualTo("broken");
        assertThat(mapper.map("b1", null).code()).isEqualTo("broken");
        assertThat(mapper.map(null, "this is my word").code()).isEqualTo("mine");
        assertThat(mapper.map(null, "nope broken").isMapped()).isFalse();
        assertThat(mapper.map(null, "engraving is broken").attribute()).isEqualTo("engraving");
    }

    @Test
    void theNextReleaseAddsBehindWhatAShopHasAdded() {
        ReasonTaxonomy first = bundled("edition: 1\nreasons: [%s]".formatted(entry("a", 1)));
        ReasonTaxonomy next = bundled("edition: 2\nreasons: [%s, %s]".formatted(entry("a", 1), entry("b", 2)));
        String before = "reasons: [%s]".formatted(entry("mine", 1));
        String after = "reasons: [%s, %s]".formatted(entry("mine", 1), entry("late", 2));

        assertThat(extended(first, before).codes()).containsExactly("a", "mine");
        assertThat(extended(next, before).codes()).containsExactly("a", "mine", "b");
        assertThat(extended(next, after).codes()).containsExactly("a", "mine", "b", "late");
    }

    @Test
    void tellsWhatLeftItsPlace() {
        ReasonTaxonomy taxonomy = ReasonFile.parse(MINE).taxonomy();
        List<String> earlier = new ArrayList<>(BUNDLED.codes());
        earlier.add("gone");
        earlier.add("mine");
        int place = BUNDLED.codes().size();

        assertThat(taxonomy.changesSince(earlier))
                .containsExactly(
                        "reason 'gone' had place " + place
                                + " and is gone; keep it, without synonyms if it shall find nothing",
                        "reason 'mine' had place " + (place + 1) + " and has " + place
                                + " now; new reasons stand at the end of the file, with the newest edition");
    }

    @Test
    void everyMistakeIsToldWithItsLine() {
        assertThat(problems("""
                        reasons:
                          - {code: mine, zh: 我的, en: Mine, kind: quality}
                          - {code: broken, kind: service, en: Kaputt}
                          - {code: No Code}
                          - {code: other, zh: 其, en: O, kind: sales, edition: 9}
                          - {code: mine, synonyms: {zh: [","]}}
                          - {colour: red}
                        attributes:
                          - {code: engraving}
                        word: {}
                        """))
                .containsExactly(
                        "2: reason 'mine' is new and needs 'edition: 1', the edition of the taxonomy that it is added to, so"
                                + " that it keeps its place",
                        "3: reason 'broken' is bundled: a file may add synonyms to it, not change its 'kind'",
                        "3: reason 'broken' is bundled: write another name of it under 'synonyms'",
                        "4: expected a code in lower case such as not_received, 40 characters at most, got No Code",
                        "5: expected one of quality, logistics, service, got sales",
                        "5: expected a whole number from 1 to 1, got 9",
                        "6: 'mine' is there twice; put all of its synonyms into one entry",
                        "7: a reason needs 'code'",
                        "7: unknown key 'colour' in a reason; known are code, zh, en, kind, general, edition, labels, synonyms",
                        "9: an attribute needs 'zh'",
                        "9: an attribute needs 'en'",
                        "10: unknown key 'word' in the file; known are reasons, attributes, words");
        assertThat(ReasonFile.parse("# nothing yet\n").taxonomy().codes()).isEqualTo(BUNDLED.codes());
        assertThat(problems("edition: 3")).hasSize(1);
        assertThat(problems("reasons: [{code: broken, synonyms: {en: [\",\", '%s']}}]".formatted("x".repeat(61))))
                .containsExactly("1: expected letters, got ,", "1: at most 60 characters, got 61");
    }

    @Test
    void aReasonOfAnEarlierEditionBehindALaterOneWouldMoveIt() {
        ReasonTaxonomy next = bundled("edition: 2\nreasons: [%s, %s]".formatted(entry("a", 1), entry("b", 2)));
        ReasonFile file = extending(next, "reasons:\n- %s\n- %s".formatted(entry("x", 2), entry("y", 1)));

        assertThat(file.problems())
                .extracting(YamlProblem::text)
                .containsExactly(
                        "reason 'y' of edition 1 stands behind one of edition 2: that would move reasons from their"
                                + " places; new reasons stand at the end, with the newest edition");
    }

    @Test
    void aJobIsToldOfTheFileAndItsMistakes() throws IOException {
        List<String> problems = new ArrayList<>();
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "reasons: [{code: A}]");
        Path right = Files.writeString(directory.resolve("right.yaml"), MINE);

        assertThat(ReasonFile.taxonomy("bundled", problems::add).codes()).isEqualTo(BUNDLED.codes());
        assertThat(ReasonFile.taxonomy(right.toString(), problems::add).indexOf("mine"))
                .isPositive();
        assertThat(problems).isEmpty();
        ReasonFile.taxonomy(wrong.toString(), problems::add);
        ReasonFile.taxonomy("/nowhere.yaml", problems::add);
        assertThat(problems)
                .containsExactly(
                        wrong
                                + ", line 1, column 18: expected a code in lower case such as not_received, 40 characters at"
                                + " most, got A",
                        "--reasons: cannot read /nowhere.yaml as UTF-8 text");
    }

    @Test
    void travelsWithTheJob() throws IOException, ClassNotFoundException {
        ReasonTaxonomy taxonomy = ReasonFile.parse(MINE).taxonomy();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(taxonomy);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ReasonTaxonomy copy = (ReasonTaxonomy) in.readObject();

            assertThat(copy.entries()).isEqualTo(taxonomy.entries());
            assertThat(copy.attributes()).isEqualTo(taxonomy.attributes());
            assertThat(copy.cues()).isEqualTo(taxonomy.cues());
            assertThat(copy.indexOf("mine")).isEqualTo(taxonomy.indexOf("mine"));
        }
    }

    private static List<String> problems(String text) {
        return ReasonFile.parse(text).problems().stream()
                .map(problem -> problem.line() + ": " + problem.text())
                .toList();
    }

    private static String entry(String code, int edition) {
        return "{code: %s, zh: 词, en: Word, kind: quality, edition: %s}".formatted(code, edition);
    }

    private static ReasonTaxonomy bundled(String text) {
        return ReasonFile.parseBundled(text).taxonomy();
    }

    private static ReasonTaxonomy extended(ReasonTaxonomy base, String text) {
        return extending(base, text).taxonomy();
    }

    private static ReasonFile extending(ReasonTaxonomy base, String text) {
        return ReasonFile.parse(text, base);
    }
}
