package io.deskpulse.streaming.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.yaml.YamlProblem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFileTest {

    @Test
    void anEmptyFileAddsNothing() {
        assertThat(TopicFile.parse("# ours\n").taxonomy().versions())
                .isEqualTo(TopicTaxonomy.bundled().versions());
    }

    @Test
    void versionsFollowEachOther() {
        TopicTaxonomy taxonomy = TopicFile.parse("""
                versions:
                  - {version: a, from: "2026-12-01T00:00:00Z", topics: [{code: MINE, zh: 我, en: Mine, cause: enquirers}]}
                  - {version: a, from: "2026-12-01T00:00:00Z", topics: [{code: MINE, synonyms: {en: [mine]}}]}
                  - {version: b, from: "2027-01-01T00:00:00Z", nothing: {en: [mine shaft]}}
                """).taxonomy();

        assertThat(taxonomy.versions()).extracting(TopicVersion::name).containsExactly("1", "2", "2+a", "2+b");
        assertThat(taxonomy.versions().get(2).entry("MINE").synonyms()).containsExactly("mine");
        assertThat(new TopicMapper(taxonomy.newest()).ofText("a mine shaft")).isNull();
        assertThat(new TopicMapper(taxonomy.versions().get(2))
                        .ofText("a mine shaft")
                        .code())
                .isEqualTo("MINE");
    }

    /** Whichever begins first: a file that was written before a release must find after it what it was written for. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T00:00:00Z", "2026-11-30T00:00:00Z", "2026-12-24T00:00:00Z"})
    void aWordOfAFileIsItsTopicsFromItsVersionOnWhenAReleaseHasItToo(String from) {
        TopicTaxonomy taxonomy = TopicFile.parse("""
                versions:
                  - version: a
                    from: "%s"
                    topics:
                      - {code: MINE, zh: 我, en: Mine, cause: enquirers, synonyms: {zh: [刻字, 没电梯]}}
                """.formatted(from)).taxonomy();
        long begins = Instant.parse(from).toEpochMilli();
        long released = Instant.parse("2026-11-30T00:00:00Z").toEpochMilli();
        TopicMapper mapper = new TopicMapper(taxonomy.newest());

        assertThat(mapper.ofText("刻字").code()).isEqualTo("MINE");
        assertThat(mapper.ofText("没电梯").code()).isEqualTo("MINE");
        assertThat(mapper.remarks()).isEmpty();
        assertThat(new TopicMapper(taxonomy.at(begins)).ofText("刻字").code()).isEqualTo("MINE");
        assertThat(taxonomy.at(begins - 1).entries())
                .isEqualTo(TopicTaxonomy.bundled().at(begins - 1).entries());
        assertThat(taxonomy.at(released).name()).isEqualTo(begins <= released ? "2+a" : "2");
    }

    @Test
    void everyMistakeIsToldAtItsPlace() {
        List<YamlProblem> problems = TopicFile.parse("""
                versions:
                  - version: a b
                    topics: [{code: other}, {code: OTHER}, {code: SIZE, cause: enquirers}, {code: NEW, zh: 新}]
                  - {version: c, from: 2027-01-01T00:00:00Z, topics: [{code: PRICE}, {code: PRICE}]}
                  - {version: d, from: 2026-01-01T00:00:00Z}
                  - {version: e, from: yesterday}
                """).problems();

        assertThat(problems)
                .extracting(YamlProblem::toString)
                .anyMatch(line -> line.startsWith("line 2, column 14: expected a name of letters"))
                .anyMatch(line -> line.startsWith("line 2, column 5: a version needs 'from'"))
                .anyMatch(line -> line.startsWith("line 3, column 21: expected a code in capitals"))
                .anyMatch(line -> line.contains("'OTHER' is what has no topic"))
                .anyMatch(line -> line.contains("topic 'SIZE' is there already"))
                .anyMatch(line -> line.contains("a topic needs 'en'"))
                .anyMatch(line -> line.contains("'PRICE' is there twice"))
                .anyMatch(line -> line.startsWith("line 5") && line.contains("before it begins later"))
                .anyMatch(line -> line.startsWith("line 6") && line.contains("expected an instant such as"));
        assertThat(TopicFile.parse("topics: []").problems()).isNotEmpty();
        assertThat(TopicFile.parse("versions: [").problems()).isNotEmpty();
    }
}
