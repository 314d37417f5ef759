package io.deskpulse.streaming.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicAttributesTest {
    private static final ReasonTaxonomy REASONS = ReasonTaxonomy.bundled();

    @Test
    void everyBundledTopicIsOneOfTheTaxonomy() {
        TopicVersion topics = TopicTaxonomy.bundled().newest();

        assertThat(TopicAttributes.bundled().byTopic().keySet())
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topics.entry(topic)).as(topic).isNotNull());
    }

    @Test
    void aFileStandsInThePlaceOfWhatIsBundledTopicByTopic() {
        TopicAttributes read = TopicAttributes.parse(
                        "SIZE: [size]\nGIFT: []\nENGRAVING: [workmanship, wrong_item]\n", REASONS)
                .attributes();

        assertThat(read.byTopic())
                .containsEntry("SIZE", List.of("size"))
                .containsEntry("ENGRAVING", List.of("workmanship", "wrong_item"))
                .containsEntry("AUTHENTICITY", List.of("counterfeit"))
                .doesNotContainKey("GIFT");
    }

    @Test
    void anEmptyFileAddsNothing() {
        assertThat(TopicAttributes.parse("", REASONS).attributes()).isEqualTo(TopicAttributes.bundled());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SIZE: [huge]        | 1 | 'huge' is neither an attribute nor a reason
            SIZE: [size, size]  | 1 | 'size' is there twice
            SIZE:               | 1 | expected a list of attributes such as [size], or [] for none
            """)
    void everyMistakeIsToldAtItsPlace(String text, int line, String expected) {
        TopicAttributes.Read read = TopicAttributes.parse(text, REASONS);

        assertThat(read.attributes()).isNull();
        assertThat(read.problems()).singleElement().satisfies((YamlProblem problem) -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.text()).contains(expected);
        });
    }
}
