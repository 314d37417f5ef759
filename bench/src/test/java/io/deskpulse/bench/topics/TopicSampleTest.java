package io.deskpulse.bench.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.bench.topics.TopicSample.Origin;
import io.deskpulse.bench.topics.TopicSample.Result;
import io.deskpulse.bench.topics.TopicSample.Sentence;
import io.deskpulse.streaming.topics.TopicEntry;
import io.deskpulse.streaming.topics.TopicMapper;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSampleTest {
    private static final TopicMapper MAPPER =
            new TopicMapper(TopicTaxonomy.bundled().newest());
    private static final List<String> CODES = TopicTaxonomy.bundled().newest().entries().stream()
            .map(TopicEntry::code)
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void mostSentencesAreMappedAsAPersonMapsThem(String language) {
        for (Origin origin : List.of(Origin.FIRST, Origin.DEVELOPMENT)) {
            Result result = TopicSample.of(origin, language).map(MAPPER);

            assertThat(result.precision()).as(origin.words()).isGreaterThan(0.9);
            assertThat(result.recall()).as(origin.words()).isGreaterThan(0.9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everySentenceIsLabelledWithATopicAndStandsInOneSetAlone(String language) {
        Set<String> texts = new HashSet<>();
        for (Origin origin : Origin.values()) {
            TopicSample sample = TopicSample.of(origin, language);

            assertThat(sample.sentences())
                    .hasSizeGreaterThanOrEqualTo(40)
                    .allMatch(sentence -> texts.add(sentence.text()));
            assertThat(sample.sentences())
                    .extracting(Sentence::topic)
                    .filteredOn(topic -> !topic.isEmpty())
                    .isSubsetOf(CODES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void allButTheHeldOutHaveSentencesOfEachTopicAndSomeOfNone(String language) {
        for (Origin origin : List.of(Origin.FIRST, Origin.DEVELOPMENT, Origin.TEST)) {
            assertThat(TopicSample.of(origin, language).sentences())
                    .extracting(Sentence::topic)
                    .contains("")
                    .containsAll(CODES);
        }
    }

    /** A digest of every answer: a change of how texts are read would move what rows of version 1 say, too. */
    @Test
    void theFirstVersionFindsWhatItFound() {
        TopicMapper first = new TopicMapper(TopicTaxonomy.bundled().versions().get(0));
        String answers = Stream.of("zh", "en")
                .flatMap(language -> Arrays.stream(Origin.values()).map(origin -> TopicSample.of(origin, language)))
                .flatMap(sample -> sample.sentences().stream())
                .map(sentence -> first.ofText(sentence.text()))
                .map(topic -> topic == null ? "-" : topic.code())
                .collect(Collectors.joining(" "));

        assertThat(answers.hashCode()).isEqualTo(1_756_751_835);
    }

    @Test
    void wordsAreCountedByTextsAndAddressesLeftOut() {
        FrequentWords words = new FrequentWords();
        words.add("@shop the flight, the FLIGHT https://t.co/flight &amp; seat");
        words.add("my flight");

        assertThat(words.top(2)).containsExactly("flight 2", "seat 1");
    }
}
