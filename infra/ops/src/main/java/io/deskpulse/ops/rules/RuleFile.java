package io.deskpulse.ops.rules;

import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a file says: a rule, or why it says none.
 *
 * @param rule null when there are problems
 * @param problems all of them, by line; empty when all is well
 */
public record RuleFile(RuleVersion rule, List<YamlProblem> problems) {
    private static final Pattern RULE_ID = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern TIER = Pattern.compile("[^=,\\p{Cntrl}]{1,100}");
    private static final String TIER_LIMITS = "tier_limits";
    private static final int LAST_SECOND = 86_399;
    private static final long LONGEST_MILLIS = 366L * 86_400_000;
    private static final int WORST_SCORE = 4;

    /** Reads YAML or JSON; never throws. */
    public static RuleFile parse(String text) {
        YamlFile<RuleVersion> file = YamlFile.read(text, RuleFile::read);
        return new RuleFile(file.value(), file.problems());
    }

    private static RuleVersion read(YamlValue root) {
        if (root.isAbsent()) {
            root.problem("the file is empty; it needs the fields of one rule, such as \"rule_id: tb.resp3m\"");
            return null;
        }
        return rule(root.section("a rule").knowing(fields()));
    }

    private static String[] fields() {
        List<String> fields =
                new ArrayList<>(List.of("rule_id", "version", "valid_from", "valid_to", "facts", "measure"));
        for (RuleParameter parameter : RuleParameter.values()) {
            fields.add(parameter.field());
        }
        fields.add(TIER_LIMITS);
        fields.add("source");
        return fields.toArray(String[]::new);
    }

    private static RuleVersion rule(YamlSection fields) {
        String ruleId =
                fields.required("rule_id").matching(RULE_ID, "lower-case words joined by dots, such as tb.resp3m");
        String version =
                fields.required("version").matching(VERSION, "letters, digits, dots and dashes, such as 2026-11");
        LocalDate from = day(fields.optional("valid_from"), RuleVersion.ALWAYS_FROM);
        LocalDate to = day(fields.optional("valid_to"), RuleVersion.ALWAYS_TO);
        if (from != null && to != null && !from.isBefore(to)) {
            fields.key("valid_to").problem("valid_to must be after valid_from, got " + to + " and " + from);
        }
        String facts = fields.required("facts").oneOf(RuleShape.allFacts());
        YamlValue measured = fields.required("measure");
        String measure = facts == null ? measured.text() : measured.oneOf(RuleShape.measuresOf(facts));
        Optional<RuleShape> shape = RuleShape.of(facts, measure);
        shape.ifPresent(known -> checkParameters(fields, known));
        int windowFrom = clock(parameter(fields, RuleParameter.WINDOW_FROM), 0);
        int windowTo = clock(parameter(fields, RuleParameter.WINDOW_TO), LAST_SECOND);
        if (windowFrom > windowTo) {
            fields.key(RuleParameter.WINDOW_TO.field())
                    .problem("window_to must not be before window_from: a window does not reach over midnight");
        }
        Long minResponse = parameter(fields, RuleParameter.MIN_RESPONSE).wholeNumber(0, LONGEST_MILLIS);
        Boolean people = parameter(fields, RuleParameter.HUMAN_VALID_ONLY).flag();
        Long worst = parameter(fields, RuleParameter.WORST_GOOD_SCORE).wholeNumber(0, WORST_SCORE);
        return new RuleVersion(
                ruleId,
                version,
                from,
                to,
                facts,
                measure,
                windowFrom,
                windowTo,
                parameter(fields, RuleParameter.LIMIT).wholeNumber(1, LONGEST_MILLIS),
                parameter(fields, RuleParameter.CAP).wholeNumber(1, LONGEST_MILLIS),
                minResponse == null ? 0 : minResponse,
                people == null ? shape.map(RuleShape::countsPeopleOnly).orElse(false) : people,
                worst == null ? null : worst.intValue(),
                tierLimits(fields, shape),
                fields.required("source").text());
    }

    private static void checkParameters(YamlSection fields, RuleShape shape) {
        String kind = shape.facts() + " " + shape.measure();
        for (RuleParameter parameter : RuleParameter.values()) {
            boolean given = fields.has(parameter.field());
            if (shape.required().contains(parameter) && !given) {
                fields.key("measure").problem(kind + " needs '" + parameter.field() + "'");
            } else if (given && !shape.reads(parameter)) {
                fields.key(parameter.field()).problem(parameter.field() + " means nothing to " + kind);
            }
        }
    }

    /** Limits by the shop's own word for a rank, for rules that have a limit. */
    private static Map<String, Long> tierLimits(YamlSection fields, Optional<RuleShape> shape) {
        Map<String, Long> limits = new TreeMap<>();
        if (!fields.has(TIER_LIMITS)) {
            return limits;
        }
        shape.filter(known -> !known.reads(RuleParameter.LIMIT))
                .ifPresent(known -> fields.key(TIER_LIMITS)
                        .problem(TIER_LIMITS + " means nothing to " + known.facts() + " " + known.measure()));
        YamlSection section = fields.optional(TIER_LIMITS).section(TIER_LIMITS);
        for (String tier : section.names()) {
            if (!TIER.matcher(tier).matches()) {
                section.key(tier).problem("a rank is a word of the shop, 1 to 100 characters without '=' and ','");
            }
            Long limit = section.required(tier).wholeNumber(1, LONGEST_MILLIS);
            if (limit != null) {
                limits.put(tier, limit);
            }
        }
        return limits;
    }

    private static YamlValue parameter(YamlSection fields, RuleParameter parameter) {
        return fields.optional(parameter.field());
    }

    /** A calendar day that ClickHouse can hold; null when it is wrong. */
    private static LocalDate day(YamlValue value, LocalDate absent) {
        String expected = "a day from " + RuleVersion.ALWAYS_FROM + " to " + RuleVersion.ALWAYS_TO;
        return value.isAbsent()
                ? absent
                : value.read(expected, text -> {
                    LocalDate day = LocalDate.parse(text);
                    return day.isBefore(RuleVersion.ALWAYS_FROM) || day.isAfter(RuleVersion.ALWAYS_TO) ? null : day;
                });
    }

    /** A time of day as seconds after midnight; what stands for its absence when it is wrong, too. */
    private static int clock(YamlValue value, int absent) {
        Integer second = value.read("a time from 00:00:00 to 23:59:59", text -> {
            LocalTime time = LocalTime.parse(text);
            return time.getNano() == 0 ? time.toSecondOfDay() : null;
        });
        return second == null ? absent : second;
    }
}
