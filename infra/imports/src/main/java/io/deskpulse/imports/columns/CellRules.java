package io.deskpulse.imports.columns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.imports.functions.Marks;
import io.deskpulse.imports.functions.Money;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * How cells are read in one table of columns.
 *
 * @param environment how times are read
 * @param zone of times without an offset; null to take the one that was named
 * @param pattern of times; null when they are ISO or epochs
 * @param comma whether amounts have a decimal comma, and then a point between thousands
 * @param currency of amounts
 */
record CellRules(Environment environment, ZoneId zone, DateTimeFormatter pattern, boolean comma, String currency) {
    private static final Pattern POINT = Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?");
    private static final Pattern COMMA = Pattern.compile("-?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?");
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+)?E\\+?\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("'[\\d+-].*");

    /** A cell, without what spreadsheets put around it; null when it is empty. */
    static String cell(JsonNode row, String column) {
        String text = Environment.string(row.get(column));
        String stripped = text == null ? "" : text.strip();
        String own = QUOTED.matcher(stripped).matches() ? stripped.substring(1) : stripped;
        return own.isEmpty() ? null : own;
    }

    /** A time, or why it is none. */
    JsonNode time(String text) {
        try {
            long millis = pattern == null
                    ? environment.instants().millis(text, zone)
                    : environment.instants().millis(text, pattern, zone);
            return JsonNodeFactory.instance.numberNode(millis);
        } catch (DateTimeException | ArithmeticException e) {
            return Marks.refused("a time that exists, in the form that the columns name");
        }
    }

    /** Minor units of an amount, or why it is none. */
    JsonNode money(String text) {
        if (!(comma ? COMMA : POINT).matcher(text).matches()) {
            return Marks.refused("an amount such as " + (comma ? "1.250,00" : "1,250.00"));
        }
        try {
            String plain = comma ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
            return JsonNodeFactory.instance.numberNode(Money.minor(plain, currency));
        } catch (IllegalArgumentException e) {
            return Marks.refused(e.getMessage());
        }
    }

    /** A whole number, or why it is none. */
    static JsonNode number(String text) {
        return text.matches("-?\\d{1,18}")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                : Marks.refused("a whole number");
    }

    /** An id, unless a program has rounded it. */
    static JsonNode id(String text) {
        return ROUNDED.matcher(text).matches()
                ? Marks.refused("an id with all its digits, not a rounded number")
                : JsonNodeFactory.instance.textNode(text);
    }
}
