package io.deskpulse.dashboards.sql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How the values of a variable become text. One value counts as a single one, as of a variable without multi-selection.
 *
 * <p>None of them is proof against injection: {@code singlequote} escapes quotes but not backslashes. What runs the
 * queries must be a user who may only read.
 */
@FunctionalInterface
interface VariableFormat {
    /** The text of {@code values}; the name matters to {@code queryparam} only. */
    String apply(String name, List<String> values);

    /** The formats by name; the empty name is the default of the ClickHouse plugin, which escapes nothing. */
    Map<String, VariableFormat> BY_NAME = Map.ofEntries(
            Map.entry(
                    "",
                    (name, values) -> values.size() == 1 ? values.get(0) : joined(values, value -> "'" + value + "'")),
            Map.entry("csv", (name, values) -> String.join(",", values)),
            Map.entry("date", (name, values) -> DateFormat.of("iso").apply(values.get(0))),
            Map.entry("doublequote", (name, values) -> joined(values, v -> "\"" + v.replace("\"", "\\\"") + "\"")),
            Map.entry("glob", (name, values) -> braced(values)),
            Map.entry("json", (name, values) -> json(values)),
            Map.entry("percentencode", (name, values) -> encoded(braced(values))),
            Map.entry("pipe", (name, values) -> String.join("|", values)),
            Map.entry("queryparam", VariableFormat::queryParameters),
            Map.entry("raw", (name, values) -> String.join(",", values)),
            Map.entry("regex", (name, values) -> regex(values)),
            Map.entry("singlequote", (name, values) -> joined(values, v -> "'" + v.replace("'", "\\'") + "'")),
            Map.entry("sqlstring", (name, values) -> joined(values, VariableFormat::sqlString)),
            Map.entry("text", (name, values) -> String.join(" + ", values)));

    /**
     * The format of that name, {@code date:…} with its pattern included.
     *
     * @throws IllegalArgumentException when there is none; Grafana would silently fall back to {@code glob}
     */
    static VariableFormat of(String name) {
        if (name.startsWith("date:")) {
            DateFormat date = DateFormat.of(name.substring("date:".length()));
            return (variable, values) -> date.apply(values.get(0));
        }
        VariableFormat format = BY_NAME.get(name);
        if (format == null) {
            throw new IllegalArgumentException("unknown format of a variable: " + name);
        }
        return format;
    }

    private static String joined(List<String> values, UnaryOperator<String> each) {
        return values.stream().map(each).collect(Collectors.joining(","));
    }

    private static String sqlString(String value) {
        return "'" + value.replace("'", "''").replace("\"", "\\\"") + "'";
    }

    private static String braced(List<String> values) {
        return values.size() == 1 ? values.get(0) : "{" + String.join(",", values) + "}";
    }

    private static String json(List<String> values) {
        return values.size() == 1 ? values.get(0) : "[" + joined(values, v -> "\"" + escaped(v) + "\"") + "]";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String regex(List<String> values) {
        String either = values.stream()
                .map(value -> value.replaceAll("[\\\\^$*+?.()|\\[\\]{}/]", "\\\\$0"))
                .collect(Collectors.joining("|"));
        return values.size() == 1 ? either : "(" + either + ")";
    }

    private static String queryParameters(String name, List<String> values) {
        return values.stream()
                .map(value -> "var-" + name + "=" + encoded(value))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
