package io.deskpulse.ops.rules;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a file says: a rule, or why it says none.
 *
 * @param rule null when there are mistakes
 * @param mistakes all of them, by line
 */
public record RuleFile(RuleVersion rule, List<RuleMistake> mistakes) {
    private static final Pattern RULE_ID = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int LAST_SECOND = 86_399;
    private static final long LONGEST_MILLIS = 366L * 86_400_000;
    private static final int WORST_SCORE = 4;

    /** Copies the list. */
    public RuleFile {
        mistakes = List.copyOf(mistakes);
    }

    /** Reads YAML or JSON; never throws. */
    public static RuleFile parse(String text) {
        try {
            // JSON may be indented with tabs, YAML not; neither has a tab inside a line of JSON text.
            boolean json = text.stripLeading().startsWith("{");
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(json ? text.replace('\t', ' ') : text));
            if (!(root instanceof MappingNode mapping)) {
                return refused(1, "expected the fields of one rule, such as \"rule_id: tb.resp3m\"");
            }
            RuleFields fields = new RuleFields(mapping);
            RuleVersion rule = rule(fields);
            List<RuleMistake> mistakes = fields.mistakes().stream()
                    .sorted(Comparator.comparingInt(RuleMistake::line))
                    .toList();
            return new RuleFile(mistakes.isEmpty() ? rule : null, mistakes);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return refused(line, "neither YAML nor JSON: " + e.getProblem());
        } catch (YAMLException e) {
            return refused(1, "neither YAML nor JSON: " + e.getMessage());
        }
    }

    private static RuleFile refused(int line, String text) {
        return new RuleFile(null, List.of(new RuleMistake(line, text)));
    }

    private static RuleVersion rule(RuleFields fields) {
        String ruleId = fields.name("rule_id", RULE_ID, "lower-case words joined by dots, such as tb.resp3m");
        String version = fields.name("version", VERSION, "letters, digits, dots and dashes, such as 2026-11");
        LocalDate from = fields.day("valid_from", RuleVersion.ALWAYS_FROM);
        LocalDate to = fields.day("valid_to", RuleVersion.ALWAYS_TO);
        if (from != null && to != null && !from.isBefore(to)) {
            fields.mistake("valid_to", "must be after valid_from, got " + to + " and " + from);
        }
        String facts = fields.oneOf("facts", RuleShape.allFacts());
        String measure = facts == null ? fields.text("measure") : fields.oneOf("measure", RuleShape.measuresOf(facts));
        Optional<RuleShape> shape = RuleShape.of(facts, measure);
        shape.ifPresent(known -> checkParameters(fields, known));
        int windowFrom = fields.clock(RuleParameter.WINDOW_FROM.field(), 0);
        int windowTo = fields.clock(RuleParameter.WINDOW_TO.field(), LAST_SECOND);
        if (windowFrom > windowTo) {
            fields.mistake("window_to", "must not be before window_from: a window does not reach over midnight");
        }
        Long limit = fields.number(RuleParameter.LIMIT.field(), 1, LONGEST_MILLIS);
        Long cap = fields.number(RuleParameter.CAP.field(), 1, LONGEST_MILLIS);
        Long minResponse = fields.number(RuleParameter.MIN_RESPONSE.field(), 0, LONGEST_MILLIS);
        Boolean people = fields.flag(RuleParameter.HUMAN_VALID_ONLY.field());
        Long worst = fields.number(RuleParameter.WORST_GOOD_SCORE.field(), 0, WORST_SCORE);
        String source = fields.text("source");
        fields.refuseOthers();
        return new RuleVersion(
                ruleId,
                version,
                from,
                to,
                facts,
                measure,
                windowFrom,
                windowTo,
                limit,
                cap,
                minResponse == null ? 0 : minResponse,
                people == null ? shape.map(RuleShape::countsPeopleOnly).orElse(false) : people,
                worst == null ? null : worst.intValue(),
                source);
    }

    private static void checkParameters(RuleFields fields, RuleShape shape) {
        String kind = shape.facts() + " " + shape.measure();
        for (RuleParameter parameter : RuleParameter.values()) {
            boolean given = fields.has(parameter.field());
            if (shape.required().contains(parameter) && !given) {
                fields.mistake("measure", kind + " needs " + parameter.field());
            } else if (given && !shape.reads(parameter)) {
                fields.mistake(parameter.field(), "means nothing to " + kind);
            }
        }
    }
}
