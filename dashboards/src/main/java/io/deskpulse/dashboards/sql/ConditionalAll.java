package io.deskpulse.dashboards.sql;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $__conditionalAll(condition, $variable)}: the condition, or {@code 1=1} while the variable is all or empty. */
public final class ConditionalAll {
    private static final String CALL = "$__conditionalAll(";
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");
    // What String.replace of JavaScript, with which the plugin puts the condition in place, would not take literally.
    private static final Pattern REPLACEMENT = Pattern.compile("\\$[$&`']");

    private ConditionalAll() {}

    /**
     * Expands every call, the last one first, so that inner calls come before outer ones.
     *
     * @throws IllegalArgumentException when a call has not two arguments or the second is not a plain variable
     */
    public static String expand(String sql, Function<String, List<String>> values) {
        String text = sql;
        for (int at = text.lastIndexOf(CALL); at >= 0; at = text.lastIndexOf(CALL)) {
            ArgumentList arguments = ArgumentList.at(text, at + CALL.length() - 1);
            text = text.substring(0, at) + condition(arguments.values(), values) + text.substring(arguments.end());
        }
        return text;
    }

    private static String condition(List<String> arguments, Function<String, List<String>> values) {
        if (arguments.size() != 2) {
            throw new IllegalArgumentException("$__conditionalAll needs two arguments, got " + arguments);
        }
        Matcher variable = VARIABLE.matcher(arguments.get(1).strip());
        if (!variable.matches()) {
            throw new IllegalArgumentException(
                    "the second argument of $__conditionalAll must be a plain variable, got " + arguments.get(1));
        }
        if (REPLACEMENT.matcher(arguments.get(0)).find()) {
            throw new IllegalArgumentException(
                    "$__conditionalAll would mangle $$, $&, $` or $' in " + arguments.get(0));
        }
        String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
        String chosen = String.join(",", values.apply(name));
        return chosen.isEmpty() || chosen.equals(Placeholders.ALL) ? "1=1" : arguments.get(0);
    }
}
