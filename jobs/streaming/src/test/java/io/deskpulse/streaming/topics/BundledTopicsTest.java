package io.deskpulse.streaming.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.TopicCause;
import org.junit.jupiter.api.Test;

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
    @Test
    void theReleasedVersionIsAsItWas() {
        TopicVersion first = TopicTaxonomy.bundled().versions().get(0);

        assertThat(first.name()).isEqualTo("1");
        assertThat(first.toString().hashCode())
                .as("version 1 of the bundled topics was changed; add a version with a later 'from' instead")
                .isEqualTo(1_079_011_652);
    }
}
