package io.deskpulse.bench.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.bench.topics.TopicSample.Result;
import io.deskpulse.bench.topics.TopicSample.Sentence;
import io.deskpulse.streaming.topics.TopicMapper;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSampleTest {
    private static final TopicMapper MAPPER =
            new TopicMapper(TopicTaxonomy.bundled().newest());

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void mostSentencesAreMappedAsAPersonMapsThem(String language) {
        TopicSample sample = TopicSample.of(language);
        Result result = sample.map(MAPPER);

        assertThat(sample.sentences()).hasSizeGreaterThanOrEqualTo(400).doesNotHaveDuplicates();
        assertThat(sample.sentences())
                .extracting(Sentence::topic)
                .containsAll(TopicTaxonomy.bundled().newest().entries().stream()
                        .map(entry -> entry.code())
                        .toList());
        assertThat(result.precision()).isGreaterThan(0.9);
        assertThat(result.recall()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whatIsHeldOutIsLabelledWithTopicsAndNotInTheSample(String language) {
        TopicSample heldOut = TopicSample.heldOut(language);

        assertThat(heldOut.sentences())
                .hasSizeGreaterThanOrEqualTo(40)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(TopicSample.of(language).sentences());
        assertThat(heldOut.sentences())
                .extracting(Sentence::topic)
                .filteredOn(topic -> !topic.isEmpty())
                .isSubsetOf(TopicTaxonomy.bundled().newest().entries().stream()
                        .map(entry -> entry.code())
                        .toList());
    }

    @Test
    void wordsAreCountedByTextsAndAddressesLeftOut() {
        FrequentWords words = new FrequentWords();
        words.add("@shop the flight, the FLIGHT https://t.co/flight &amp; seat");
        words.add("my flight");

        assertThat(words.top(2)).containsExactly("flight 2", "seat 1");
    }
}
