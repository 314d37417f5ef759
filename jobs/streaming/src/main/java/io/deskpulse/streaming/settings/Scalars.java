package io.deskpulse.streaming.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Single values of a settings file. Each complains about what it cannot read and then gives null. */
final class Scalars {
    /** Longer targets are mistakes: the facts of a ticket are forgotten long before. */
    private static final Duration MAX_TARGET = Duration.ofDays(365);

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        return node == null ? null : complain(node, "expected a word");
    }

    ZoneId zone(Node node) {
        String text = text(node);
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            return complain(node, "expected an IANA time zone such as Asia/Shanghai, got " + text);
        }
    }

    LocalDate date(Node node) {
        String text = text(node);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return complain(node, "expected a date such as 2026-10-01, got " + text);
        }
    }

    Boolean flag(Node node) {
        String text = text(node);
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        return complain(node, "expected true or false, got " + text);
    }

    /** Milliseconds of an ISO-8601 duration above zero. */
    Long millis(Node node) {
        String text = text(node);
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(MAX_TARGET) <= 0) {
                return duration.toMillis();
            }
        } catch (DateTimeParseException e) {
            // told below, together with durations out of range
        }
        return complain(
                node, "expected an ISO-8601 duration such as PT4H, longer than zero, at most P365D, got " + text);
    }

    private <T> T complain(Node node, String text) {
        problems.at(node, text);
        return null;
    }
}
