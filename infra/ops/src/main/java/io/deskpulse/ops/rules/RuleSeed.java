package io.deskpulse.ops.rules;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule that comes with the build, in a file of the form of {@code deskpulse rules add}.
 *
 * @param name as {@code tb.resp3m@1}, which is also the name of the file
 * @param text what the file says
 */
public record RuleSeed(String name, String text) {
    private static final String ENDING = ".yaml";

    /** Takes the name off the file name {@code tb.resp3m@1.yaml}. */
    public static RuleSeed ofFile(String fileName, String text) {
        return new RuleSeed(fileName.substring(0, fileName.length() - ENDING.length()), text);
    }

    /**
     * The rule that the text tells.
     *
     * @throws IllegalArgumentException when it has a mistake or tells another rule, naming the file
     */
    public RuleVersion rule() {
        RuleFile file = RuleFile.parse(text);
        for (YamlProblem problem : file.problems()) {
            throw new IllegalArgumentException("rules/" + name + ENDING + ":" + problem.line() + ": " + problem.text());
        }
        if (!file.rule().name().equals(name)) {
            throw new IllegalArgumentException(
                    "rules/" + name + ENDING + " tells " + file.rule().name());
        }
        return file.rule();
    }

    /** The statement that adds rules, at least one, and leaves those alone of which name and version are there already. */
    public static String insertion(List<RuleSeed> seeds) {
        String rows = seeds.stream().map(seed -> row(seed.rule())).collect(Collectors.joining(", "));
        return RuleStore.INSERT
                + "SELECT r.1, r.2, r.3, r.4, r.5, r.6, r.7, r.8, r.9, r.10, r.11, r.12, r.13, r.14, r.15"
                + " FROM (SELECT arrayJoin([" + rows + "]) AS r)"
                + " WHERE (r.1, r.2) NOT IN (SELECT rule_id, version FROM deskpulse.metric_rules)";
    }

    private static String row(RuleVersion rule) {
        List<String> values = List.of(
                ClickHouseHttp.literal(rule.ruleId()),
                ClickHouseHttp.literal(rule.version()),
                "'" + rule.validFrom() + "'",
                "'" + rule.validTo() + "'",
                ClickHouseHttp.literal(rule.facts()),
                ClickHouseHttp.literal(rule.measure()),
                String.valueOf(rule.windowFromSecond()),
                String.valueOf(rule.windowToSecond()),
                nullable(rule.limitMillis()),
                nullable(rule.capMillis()),
                String.valueOf(rule.minResponseMillis()),
                String.valueOf(rule.humanValidOnly()),
                nullable(rule.worstGoodScore()),
                ClickHouseHttp.literal(rule.source()),
                RuleStore.limitsLiteral(rule));
        return "(" + String.join(", ", values) + ")";
    }

    private static String nullable(Number number) {
        return number == null ? "NULL" : number.toString();
    }
}
