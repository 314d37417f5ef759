package io.deskpulse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Compares rows as the kit prescribes: the same number in the same order, and in each the columns the case names.
 *
 * <p>Instants are equal whatever their offset, whole numbers exactly, others to a thousandth, true is also 1 and false 0; of an
 * object only the named keys count.
 */
final class RowComparison {
    /** Quantiles are interpolated in floating point, the only numbers that are. */
    private static final double QUANTILE_TOLERANCE_MILLIS = 0.001;

    private RowComparison() {}

    /** What differs, one line each difference, then the rows found; empty when nothing does. */
    static String differences(Expectation expectation, List<JsonNode> found) {
        List<String> lines = new ArrayList<>();
        List<JsonNode> expected = expectation.rows();
        if (expected.size() != found.size()) {
            lines.add("expected " + expected.size() + " rows, found " + found.size());
        }
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            for (Map.Entry<String, JsonNode> column : expected.get(i).properties()) {
                JsonNode value = found.get(i).get(column.getKey());
                if (!same(column.getValue(), value)) {
                    lines.add("row %d: %s is %s, expected %s"
                            .formatted(i + 1, column.getKey(), value == null ? "no column" : value, column.getValue()));
                }
            }
        }
        if (lines.isEmpty()) {
            return "";
        }
        StringJoiner text = new StringJoiner("\n  ", expectation.name() + "\n  ", "");
        lines.forEach(text::add);
        expected.forEach(row -> text.add("expected " + row));
        found.forEach(row -> text.add("found    " + row));
        return text.toString();
    }

    private static boolean same(JsonNode expected, JsonNode found) {
        if (found == null) {
            return false;
        }
        if (expected.isNumber() && found.isNumber()) {
            return sameNumber(expected, found);
        }
        if (expected.isBoolean() && found.isIntegralNumber()) {
            return found.intValue() == (expected.booleanValue() ? 1 : 0);
        }
        if (expected.isObject() && found.isObject()) {
            return expected.properties().stream()
                    .allMatch(column -> same(column.getValue(), found.get(column.getKey())));
        }
        if (expected.isTextual() && found.isTextual()) {
            return sameText(expected.textValue(), found.textValue());
        }
        return expected.equals(found);
    }

    private static boolean sameNumber(JsonNode expected, JsonNode found) {
        if (expected.isIntegralNumber() && found.isIntegralNumber()) {
            return expected.bigIntegerValue().equals(found.bigIntegerValue());
        }
        return Math.abs(expected.doubleValue() - found.doubleValue()) <= QUANTILE_TOLERANCE_MILLIS;
    }

    private static boolean sameText(String expected, String found) {
        OffsetDateTime instant = instant(expected);
        OffsetDateTime other = instant(found);
        return instant == null || other == null ? expected.equals(found) : instant.isEqual(other);
    }

    private static OffsetDateTime instant(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
