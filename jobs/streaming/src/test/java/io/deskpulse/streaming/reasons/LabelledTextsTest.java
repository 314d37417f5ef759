package io.deskpulse.streaming.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often texts as buyers write them are mapped as a person maps them: what is found is right, and what is there is found. */
class LabelledTextsTest {
    private static final ReasonMapper MAPPER = new ReasonMapper(ReasonTaxonomy.bundled());
    private static final String NONE = "-";

    /** A text, and what a person says that it complains of. */
    private record Labelled(String reason, String attribute, String text) {}

    @ParameterizedTest
    @CsvSource({"texts.tsv, 290, 0.97, 0.95, 0.93", "unseen-texts.tsv, 80, 0.95, 0.9, 0.88"})
    void mostTextsAreMappedAsAPersonMapsThem(String file, int texts, double precision, double recall, double attributes)
            throws IOException {
        List<Labelled> labelled = read(file);
        int found = 0;
        int right = 0;
        int sameAttribute = 0;
        int reasons = 0;
        List<String> wrong = new ArrayList<>();
        for (Labelled row : labelled) {
            MappedReason mapped = MAPPER.map(null, row.text());
            boolean isRight = mapped.code().equals(row.reason());
            reasons += row.reason().isEmpty() ? 0 : 1;
            found += mapped.isMapped() ? 1 : 0;
            right += mapped.isMapped() && isRight ? 1 : 0;
            sameAttribute += mapped.isMapped() && isRight && mapped.attribute().equals(row.attribute()) ? 1 : 0;
            if (!isRight) {
                wrong.add(row.text() + " is " + row.reason() + ", got " + mapped.code());
            }
        }
        String result = "%s: %d texts, %d with a reason; precision %d/%d = %.3f, recall %d/%d = %.3f, attribute %d/%d"
                .formatted(
                        file,
                        labelled.size(),
                        reasons,
                        right,
                        found,
                        (double) right / found,
                        right,
                        reasons,
                        (double) right / reasons,
                        sameAttribute,
                        right);
        System.out.println(result);

        assertThat(labelled).hasSizeGreaterThanOrEqualTo(texts);
        assertThat((double) right / found).as("%s %s", result, wrong).isGreaterThanOrEqualTo(precision);
        assertThat((double) right / reasons).as("%s %s", result, wrong).isGreaterThanOrEqualTo(recall);
        assertThat((double) sameAttribute / right).as(result).isGreaterThanOrEqualTo(attributes);
    }

    private static List<Labelled> read(String file) throws IOException {
        try (InputStream in = LabelledTextsTest.class.getResourceAsStream("/reasons/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Labelled(cells[0].replace(NONE, ""), cells[1].replace(NONE, ""), cells[2]))
                    .toList();
        }
    }
}
