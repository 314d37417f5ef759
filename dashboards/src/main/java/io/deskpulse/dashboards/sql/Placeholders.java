package io.deskpulse.dashboards.sql;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Grafana's placeholders of variables: {@code $name}, {@code ${name}}, {@code ${name:format}} and {@code [[name:format]]}. */
public final class Placeholders {
    static final String ALL = "$__all";

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$(\\w+)|\\[\\[(\\w+?)(?::(\\w+))?]]|\\$\\{(\\w+)(?:\\.[^:}]+)?(?::([^}]+))?}");

    private Placeholders() {}

    /**
     * Replaces every placeholder of a variable; {@code $__…} without braces is left to {@link Macros}.
     *
     * @throws IllegalArgumentException when a variable or format is unknown, or when all options would be listed: that
     *     takes {@link ConditionalAll}
     */
    public static String replace(String sql, Function<String, List<String>> values) {
        Matcher matcher = PLACEHOLDER.matcher(sql);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(text(matcher, values)));
    }

    private static String text(Matcher placeholder, Function<String, List<String>> values) {
        if (placeholder.group(1) != null && placeholder.group(1).startsWith("__")) {
            return placeholder.group();
        }
        String name = first(placeholder.group(1), placeholder.group(2), placeholder.group(4));
        String format = first(placeholder.group(3), placeholder.group(5), "");
        List<String> chosen = values.apply(name);
        if (chosen.equals(List.of(ALL))) {
            throw new IllegalArgumentException("variable " + name + " is all: put it into $__conditionalAll");
        }
        return VariableFormat.of(format).apply(name, chosen);
    }

    private static String first(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        throw new IllegalStateException("a placeholder without a name");
    }
}
