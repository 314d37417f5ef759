package io.deskpulse.dashboards.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a macro call. Like the plugin's scanner it counts parentheses and commas and knows nothing of string
 * literals: a parenthesis or a comma within quotes counts as well.
 *
 * @param values the arguments as written, spaces included
 * @param end index after the closing parenthesis
 */
record ArgumentList(List<String> values, int end) {
    /**
     * Reads the list whose opening parenthesis is at {@code open}.
     *
     * @throws IllegalArgumentException when it is never closed
     */
    static ArgumentList at(String text, int open) {
        List<String> values = new ArrayList<>();
        int depth = 0;
        int begin = open + 1;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                values.add(text.substring(begin, i));
                return new ArgumentList(List.copyOf(values), i + 1);
            } else if (c == ',' && depth == 1) {
                values.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        throw new IllegalArgumentException("parenthesis is never closed: " + text.substring(open));
    }
}
