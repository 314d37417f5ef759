package io.deskpulse.imports.columns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.deskpulse.imports.functions.Marks;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the value of a field comes from.
 *
 * @param kind how it is read
 * @param column whose cell it is, or the template or the value itself
 * @param values meanings of the words in a closed list; empty when there is none
 */
record FieldRule(Kind kind, String column, Map<String, String> values) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    /** How a field is read. */
    enum Kind {
        TEXT,
        ID,
        TIME,
        MONEY,
        NUMBER,
        LIST,
        TEMPLATE,
        VALUE
    }

    /** The value in a row; null when its cell is empty, a refusal when it cannot be read. */
    JsonNode of(JsonNode row, CellRules rules) {
        if (kind == Kind.VALUE) {
            return column.matches("true|false")
                    ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(column))
                    : JsonNodeFactory.instance.textNode(column);
        }
        if (kind == Kind.TEMPLATE) {
            return template(row);
        }
        String cell = CellRules.cell(row, column);
        if (cell == null) {
            return NullNode.instance;
        }
        return switch (kind) {
            case TIME -> rules.time(cell);
            case MONEY -> rules.money(cell);
            case NUMBER -> CellRules.number(cell);
            case ID -> CellRules.id(cell);
            case LIST ->
                values.containsKey(cell)
                        ? JsonNodeFactory.instance.textNode(values.get(cell))
                        : Marks.refused("one of " + String.join(", ", values.keySet()) + " in column " + column);
            default -> JsonNodeFactory.instance.textNode(cell);
        };
    }

    private JsonNode template(JsonNode row) {
        StringBuilder text = new StringBuilder();
        Matcher places = PLACEHOLDER.matcher(column);
        while (places.find()) {
            String cell = CellRules.cell(row, places.group(1));
            places.appendReplacement(text, Matcher.quoteReplacement(cell == null ? "" : cell));
        }
        return JsonNodeFactory.instance.textNode(places.appendTail(text).toString());
    }

    /** Names of the columns that it reads. */
    java.util.List<String> columns() {
        return switch (kind) {
            case VALUE -> java.util.List.of();
            case TEMPLATE ->
                PLACEHOLDER
                        .matcher(column)
                        .results()
                        .map(place -> place.group(1))
                        .toList();
            default -> java.util.List.of(column);
        };
    }
}
