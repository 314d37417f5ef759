package io.deskpulse.ops.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields of a rule file, read as written: YAML would make a number of 08:00:00 and a date of a version.
 *
 * <p>Each method notes what is wrong and returns null, or the value given for absence, so that one reading finds every mistake.
 */
final class RuleFields {
    private static final int FIRST_LINE = 1;

    private final Map<String, ScalarNode> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final List<RuleMistake> mistakes = new ArrayList<>();

    RuleFields(MappingNode root) {
        for (NodeTuple entry : root.getValue()) {
            int line = line(entry.getKeyNode());
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (lines.putIfAbsent(key, line) != null) {
                mistakes.add(new RuleMistake(line, key + " is there twice, first in line " + lines.get(key)));
            } else if (!(entry.getValueNode() instanceof ScalarNode value)) {
                broken.add(key);
                mistakes.add(new RuleMistake(line, key + " must be one value, not a list or a map"));
            } else if (!value.getTag().equals(Tag.NULL)) {
                values.put(key, value);
            }
        }
    }

    List<RuleMistake> mistakes() {
        return mistakes;
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    /** Notes a mistake in the line of a field, or in the first line when it is not there. */
    void mistake(String field, String text) {
        mistakes.add(new RuleMistake(lines.getOrDefault(field, FIRST_LINE), field + " " + text));
    }

    /** A required text. */
    String text(String field) {
        String value = value(field);
        if (value == null && !broken.contains(field)) {
            mistake(field, "is missing");
        } else if (value != null && value.isBlank()) {
            mistake(field, "must not be empty");
        }
        return value == null || value.isBlank() ? null : value;
    }

    /** A required text of a form. */
    String name(String field, Pattern form, String expected) {
        String value = text(field);
        if (value != null && !form.matcher(value).matches()) {
            mistake(field, "must be " + expected + "; got " + value);
            return null;
        }
        return value;
    }

    /** A required text out of several. */
    String oneOf(String field, List<String> allowed) {
        String value = text(field);
        if (value != null && !allowed.contains(value)) {
            mistake(field, "must be one of " + String.join(", ", allowed) + "; got " + value);
            return null;
        }
        return value;
    }

    /** A calendar day that ClickHouse can hold. */
    LocalDate day(String field, LocalDate absent) {
        String value = value(field);
        if (value == null) {
            return absent;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (!day.isBefore(RuleVersion.ALWAYS_FROM) && !day.isAfter(RuleVersion.ALWAYS_TO)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        mistake(
                field,
                "must be a day from " + RuleVersion.ALWAYS_FROM + " to " + RuleVersion.ALWAYS_TO + "; got " + value);
        return null;
    }

    /** A time of day as seconds after midnight. */
    int clock(String field, int absent) {
        String value = value(field);
        if (value == null) {
            return absent;
        }
        try {
            LocalTime time = LocalTime.parse(value);
            if (time.getNano() == 0) {
                return time.toSecondOfDay();
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        mistake(field, "must be a time from 00:00:00 to 23:59:59; got " + value);
        return absent;
    }

    /** A whole number; null when there is none. */
    Long number(String field, long least, long most) {
        String value = value(field);
        if (value == null) {
            return null;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        mistake(field, "must be a whole number from " + least + " to " + most + "; got " + value);
        return null;
    }

    /** True or false; null when there is none. */
    Boolean flag(String field) {
        String value = value(field);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            mistake(field, "must be true or false; got " + value);
            return null;
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    /** Notes every field that nobody asked for. */
    void refuseOthers() {
        lines.keySet().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> mistake(
                        field,
                        "is no field of a rule; there are "
                                + String.join(", ", known.stream().sorted().toList())));
    }

    private String value(String field) {
        known.add(field);
        ScalarNode value = values.get(field);
        return value == null ? null : value.getValue();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
