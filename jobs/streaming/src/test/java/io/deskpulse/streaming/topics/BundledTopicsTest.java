package io.deskpulse.streaming.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.TopicCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledTopicsTest {
    private static final TopicVersion VERSION = TopicTaxonomy.bundled().newest();
    private static final TopicMapper MAPPER = new TopicMapper(VERSION);

    @Test
    void everyTopicHasNamesAndWordsInBothLanguages() {
        assertThat(VERSION.entries()).hasSizeGreaterThanOrEqualTo(25).allSatisfy(entry -> {
            assertThat(entry.zh()).containsPattern("\\p{IsHan}");
            assertThat(entry.synonyms()).anyMatch(word -> word.matches(".*\\p{IsHan}.*"));
            assertThat(entry.synonyms()).anyMatch(word -> word.matches("[a-z].*"));
        });
        assertThat(VERSION.entries()).extracting(TopicEntry::cause).contains(TopicCause.values());
    }

    @Test
    void everyTermCanBeFound() {
        assertThat(MAPPER.remarks()).isEmpty();
    }

    /** Messages that were mapped by a released version must be mapped so again: a release adds a version, and changes none. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1079011652", "1, 2, 1083505731"})
    void releasedVersionsAreAsTheyWere(int place, String name, int digest) {
        TopicVersion version = TopicTaxonomy.bundled().versions().get(place);

        assertThat(version.name()).isEqualTo(name);
        assertThat(version.toString().hashCode())
                .as("version %s of the bundled topics was changed; add a version with a later 'from' instead", name)
                .isEqualTo(digest);
    }

    /** Seen in use: a part of a term that says something else, and a longer term that says less. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I put in the wrong zip code, can you change it | DISCOUNT        | ORDER_CHANGE
            公司报销要抬头                                 | RETURN_SHIPPING | INVOICE
            when do I get my money back                    | DELIVERY        | REFUND
            在吗                                           | AGENT           |
            my kids love it                                | SUITABILITY     |
            """)
    void theSecondVersionMendsWhatTheFirstMistook(String text, String first, String second) {
        TopicMapper before = new TopicMapper(TopicTaxonomy.bundled().versions().get(0));
        TopicEntry found = MAPPER.ofText(text);

        assertThat(before.ofText(text).code()).isEqualTo(first);
        assertThat(found == null ? null : found.code()).isEqualTo(second);
    }
}
