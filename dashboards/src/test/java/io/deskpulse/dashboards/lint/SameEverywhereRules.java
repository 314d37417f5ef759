package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.dashboards.Annotation;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One name means one thing: dashboards, variables and annotations, and panels wherever their number is shown again. */
final class SameEverywhereRules {
    private static final Pattern FILTER = Pattern.compile(
            "\\$__conditionalAll\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)\\s*(?:AND\\s)?|\\s*\\bAND\\s*$");
    private static final Pattern STREAMS = Pattern.compile("stream IN \\([^)]*\\)");
    private static final Pattern QUESTIONS_BY_RULE =
            Pattern.compile("scored_questions_of\\(rule = \\$\\{rule:singlequote}\\)");
    private static final Pattern RULE = Pattern.compile("\\$\\{rule:singlequote}");
    private static final Pattern TARGET =
            Pattern.compile("if\\(\\$\\{target:raw} > 0, \\$\\{target:raw}, (transform\\([^)]*\\))\\)");

    private SameEverywhereRules() {}

    static void check(List<Dashboard> dashboards, Findings findings) {
        Set<String> uids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        Map<String, JsonNode> variables = new HashMap<>();
        Map<String, JsonNode> annotations = new HashMap<>();
        Map<String, List<Object>> numbers = new HashMap<>();
        for (Dashboard dashboard : dashboards) {
            Findings here = findings.at(dashboard.uid());
            here.unless(uids.add(dashboard.uid()), "uid is not unique");
            here.unless(titles.add(dashboard.title()), "title is not unique");
            for (Variable variable : dashboard.variables()) {
                ObjectNode definition = variable.json().<ObjectNode>deepCopy().without("current");
                JsonNode before = variables.putIfAbsent(variable.name(), definition);
                here.unless(
                        before == null || before.equals(definition),
                        "variable " + variable.name() + " is defined otherwise elsewhere");
            }
            for (Annotation annotation : dashboard.annotations()) {
                JsonNode before = annotations.putIfAbsent(annotation.name(), annotation.json());
                here.unless(
                        before == null || before.equals(annotation.json()),
                        "annotation " + annotation.name() + " is another one elsewhere");
            }
            for (Panel panel : dashboard.panels()) {
                List<Object> number = number(panel);
                List<Object> before = numbers.putIfAbsent(panel.type() + " " + panel.title(), number);
                here.at("panel " + panel.id())
                        .unless(
                                panel.type().equals("text") || before == null || before.equals(number),
                                "\"" + panel.title() + "\" has another unit, colour, thresholds or SQL elsewhere: "
                                        + before);
            }
        }
    }

    private static List<Object> number(Panel panel) {
        JsonNode defaults = PanelRules.defaults(panel);
        return List.of(
                defaults.path("unit"),
                defaults.path("color"),
                defaults.path("thresholds"),
                panel.queries().stream()
                        .map(query -> unfiltered(query.rawSql()))
                        .toList());
    }

    // A board narrows a number by the variables that it has; the number is the same where all is chosen.
    private static String unfiltered(String sql) {
        String same = STREAMS.matcher(FILTER.matcher(sql).replaceAll("")).replaceAll("stream IN (its own)");
        same = QUESTIONS_BY_RULE.matcher(same).replaceAll("own_questions");
        return TARGET.matcher(RULE.matcher(same).replaceAll("'own'")).replaceAll("$1");
    }
}
