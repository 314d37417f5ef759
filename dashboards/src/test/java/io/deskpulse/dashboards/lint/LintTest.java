package io.deskpulse.dashboards.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.dashboards.Dashboard;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each rule is shown to fail: one value of a sound dashboard is replaced, and that is what is found. */
class LintTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void findsNothingWrongWithASoundDashboard() throws IOException {
        assertThat(Lint.check(List.of(Dashboard.of(sound())))).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/faults.txt", delimiterString = " => ", quoteCharacter = '\0')
    void findsTheFault(String pointer, String value, String finding) throws IOException {
        JsonNode broken = sound();

        put(broken, pointer, MAPPER.readTree(value));

        assertThat(Lint.check(List.of(Dashboard.of(broken))))
                .anySatisfy(found -> assertThat(found).contains(finding));
    }

    @Test
    void findsOneNameForTwoThings() throws IOException {
        JsonNode other = sound();
        put(other, "/uid", MAPPER.readTree("\"other\""));
        put(other, "/panels/1/fieldConfig/defaults/unit", MAPPER.readTree("\"s\""));
        put(other, "/templating/list/0/sort", MAPPER.readTree("2"));
        put(other, "/annotations/list/0/iconColor", MAPPER.readTree("\"red\""));

        assertThat(Lint.check(List.of(Dashboard.of(sound()), Dashboard.of(other), Dashboard.of(sound()))))
                .anySatisfy(found -> assertThat(found).startsWith("sound: uid is not unique"))
                .anySatisfy(found -> assertThat(found).startsWith("other: title is not unique"))
                .anySatisfy(
                        found -> assertThat(found).startsWith("other: variable shop is defined otherwise elsewhere"))
                .anySatisfy(found -> assertThat(found).startsWith("other: annotation Rules is another one elsewhere"))
                .anySatisfy(found -> assertThat(found).startsWith("other, panel 2: \"Data as of\" has another unit"));
    }

    private static JsonNode sound() throws IOException {
        try (InputStream file = LintTest.class.getResourceAsStream("/sound.json")) {
            return MAPPER.readTree(file);
        }
    }

    private static void put(JsonNode root, String pointer, JsonNode value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = root.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), value);
        } else if (value.isMissingNode()) {
            ((ObjectNode) parent).remove(at.last().getMatchingProperty());
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
        }
    }
}
