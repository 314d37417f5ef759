package io.deskpulse.ops.rules;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A rule in words, and as the file that would add it. */
public final class RuleText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int LAST_SECOND = 86_399;

    private RuleText() {}

    /** One line: on what, numerator / denominator. */
    public static String words(RuleVersion rule) {
        return RuleShape.of(rule.facts(), rule.measure())
                .map(shape -> words(rule, shape))
                .orElse(rule.facts() + ", " + rule.measure());
    }

    /** What the two counts of the rate are of, such as {@code rounds}; empty when the rule is no rate, or not known to be one. */
    public static Optional<String> counted(RuleVersion rule) {
        return RuleShape.of(rule.facts(), rule.measure()).map(RuleShape::counted);
    }

    /** When it holds: {@code always}, or one or two days. */
    public static String validity(RuleVersion rule) {
        boolean begins = rule.validFrom().isAfter(RuleVersion.ALWAYS_FROM);
        boolean ends = rule.validTo().isBefore(RuleVersion.ALWAYS_TO);
        String from = begins ? "from " + rule.validFrom() : "";
        String to = ends ? (begins ? " " : "") + "until before " + rule.validTo() : "";
        return begins || ends ? from + to : "always";
    }

    /** The file that {@link RuleFile} reads back to the same rule: its words as a comment, then its parameters. */
    public static String file(RuleVersion rule) {
        Optional<RuleShape> shape = RuleShape.of(rule.facts(), rule.measure());
        StringBuilder text = new StringBuilder("# " + words(rule) + "\n");
        line(text, "rule_id", rule.ruleId());
        line(text, "version", quoted(rule.version()));
        line(text, "valid_from", rule.validFrom());
        line(text, "valid_to", rule.validTo());
        line(text, "facts", rule.facts());
        line(text, "measure", rule.measure());
        for (RuleParameter parameter : RuleParameter.values()) {
            Object value = value(rule, parameter);
            if (value != null && shape.map(known -> known.reads(parameter)).orElse(true)) {
                line(text, parameter.field(), value);
            }
        }
        if (!rule.tierLimits().isEmpty()) {
            text.append("tier_limits:\n");
            rule.tierLimits()
                    .forEach((tier, limit) -> text.append("  ")
                            .append(quoted(tier))
                            .append(": ")
                            .append(limit)
                            .append('\n'));
        }
        line(text, "source", quoted(rule.source()));
        return text.toString();
    }

    static String clock(int second) {
        return CLOCK.format(LocalTime.ofSecondOfDay(second));
    }

    private static Object value(RuleVersion rule, RuleParameter parameter) {
        return switch (parameter) {
            case WINDOW_FROM -> quoted(clock(rule.windowFromSecond()));
            case WINDOW_TO -> quoted(clock(rule.windowToSecond()));
            case LIMIT -> rule.limitMillis();
            case CAP -> rule.capMillis();
            case MIN_RESPONSE -> rule.minResponseMillis();
            case HUMAN_VALID_ONLY -> rule.humanValidOnly();
            case WORST_GOOD_SCORE -> rule.worstGoodScore();
        };
    }

    private static String words(RuleVersion rule, RuleShape shape) {
        boolean wholeDay = rule.windowFromSecond() == 0 && rule.windowToSecond() == LAST_SECOND;
        return shape.formula()
                .replace(
                        "{window}",
                        wholeDay
                                ? "at any time"
                                : clock(rule.windowFromSecond()) + " to " + clock(rule.windowToSecond()))
                .replace("{limit}", duration(rule.limitMillis()))
                .replace("{cap}", duration(rule.capMillis()))
                .replace("{people}", rule.humanValidOnly() ? " by people" : "")
                .replace(
                        "{min}",
                        rule.minResponseMillis() == 0
                                ? ""
                                : " after " + duration(rule.minResponseMillis()) + " or more")
                .replace("{patience}", duration(rule.minResponseMillis()))
                .replace("{worst}", String.valueOf(rule.worstGoodScore()));
    }

    /** In the largest unit that leaves a whole number below the next one, seconds up to ten minutes as rules are commonly told. */
    private static String duration(Long millis) {
        if (millis == null) {
            return "nothing";
        }
        if (millis % 1_000 != 0) {
            return millis + " ms";
        }
        if (millis <= 600_000 || millis % 60_000 != 0) {
            return millis / 1_000 + " s";
        }
        return millis % 3_600_000 == 0 ? millis / 3_600_000 + " h" : millis / 60_000 + " min";
    }

    private static void line(StringBuilder text, String field, Object value) {
        text.append(field).append(": ").append(value).append('\n');
    }

    /** A double-quoted YAML scalar escapes as JSON does. */
    private static String quoted(String value) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
