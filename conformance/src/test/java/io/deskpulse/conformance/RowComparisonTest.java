package io.deskpulse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowComparisonTest {

    @Test
    void onlyTheColumnsNamedAreCompared() {
        assertThat(differences("{'account': 'a'}", "{'account': 'a', 'response_ms': 5}"))
                .isEmpty();
    }

    @Test
    void instantsAreEqualAtAnyOffset() {
        assertThat(differences("{'at': '2026-11-02T10:00:00+08:00'}", "{'at': '2026-11-02T02:00:00.000Z'}"))
                .isEmpty();
        assertThat(differences("{'at': '2026-11-02T10:00:00+08:00'}", "{'at': '2026-11-02T02:00:00.001Z'}"))
                .isNotEmpty();
    }

    @Test
    void wholeNumbersAreEqualToTheLastDigitAndQuantilesToAThousandth() {
        assertThat(differences("{'net_fen': 9007199254740993}", "{'net_fen': 9007199254740992}"))
                .isNotEmpty();
        assertThat(differences("{'p50_ms': 20000}", "{'p50_ms': 20000.0}")).isEmpty();
        assertThat(differences("{'p90_ms': 52000}", "{'p90_ms': 51999.99999999999}"))
                .isEmpty();
        assertThat(differences("{'p90_ms': 52000}", "{'p90_ms': 51999.5}")).isNotEmpty();
    }

    @Test
    void truthMayBeWrittenAsANumber() {
        assertThat(differences("{'closed': true}", "{'closed': 1}")).isEmpty();
        assertThat(differences("{'closed': false}", "{'closed': 1}")).isNotEmpty();
        assertThat(differences("{'reopens': 1}", "{'reopens': true}")).isNotEmpty();
    }

    @Test
    void nothingIsNeitherZeroNorEmptyNorAMissingColumn() {
        assertThat(differences("{'account': null}", "{'account': null}")).isEmpty();
        assertThat(differences("{'account': null}", "{'account': ''}")).isNotEmpty();
        assertThat(differences("{'response_ms': null}", "{'response_ms': 0}")).isNotEmpty();
        assertThat(differences("{'account': null}", "{'agent': null}")).contains("account is no column");
    }

    @Test
    void ofAnObjectOnlyTheKeysNamedAreCompared() {
        assertThat(differences("{'apart': {'open': 1}}", "{'apart': {'open': 1, 'closed': 2}}"))
                .isEmpty();
        assertThat(differences("{'apart': {'open': 1}}", "{'apart': {'open': 2}}"))
                .isNotEmpty();
    }

    @Test
    void aRowTooFewOrTooManyIsADifference() {
        assertThat(differences("[]", "{'account': 'a'}")).contains("expected 0 rows, found 1");
        assertThat(differences("{'account': 'a'}", "[]")).contains("expected 1 rows, found 0");
    }

    @Test
    void aDifferenceNamesTheViewTheRowAndBothValues() {
        assertThat(differences("{'account': 'a'}", "{'account': 'b'}"))
                .startsWith("view rounds")
                .contains("row 1: account is \"b\", expected \"a\"");
    }

    private static String differences(String expected, String found) {
        return RowComparison.differences(new Expectation("rounds", null, null, null, rows(expected)), rows(found));
    }

    private static List<JsonNode> rows(String json) {
        try {
            JsonNode tree = new ObjectMapper().readTree(json.replace('\'', '"'));
            List<JsonNode> rows = new ArrayList<>();
            if (tree.isArray()) {
                tree.forEach(rows::add);
            } else {
                rows.add(tree);
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
