package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Variable;
import java.util.HashSet;
import java.util.Set;

/** How variables are defined and that they are used. */
final class VariableRules {
    private VariableRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        Set<String> names = new HashSet<>();
        for (Variable variable : dashboard.variables()) {
            Findings here = findings.at("variable " + variable.name());
            JsonNode json = variable.json();
            here.unless(names.add(variable.name()), "defined twice");
            here.unless(!json.path("label").asText().isBlank(), "label is missing");
            here.unless(
                    Set.of("query", "custom", "textbox").contains(variable.type()), "must be query, custom or textbox");
            here.unless(!json.has("allValue"), "allValue would bypass $__conditionalAll");
            here.unless(isUsed(variable, dashboard), "is not used");
            if (variable.type().equals("query")) {
                here.unless(json.path("refresh").asInt() > 0, "is never refreshed");
                here.unless(
                        json.path("datasource").path("uid").asText().equals("deskpulse"), "data source is not ours");
                // What Grafana lists beside the name.
                here.unless(
                        json.path("definition").equals(json.path("query").path("rawSql")),
                        "its definition is not its query");
            }
        }
        findings.unless(names.contains("shop"), "the variable shop is missing, which links carry");
    }

    private static boolean isUsed(Variable variable, Dashboard dashboard) {
        String panels = dashboard.json().path("panels").toString();
        return variable.name().equals("shop")
                || panels.contains("$" + variable.name())
                || panels.contains("${" + variable.name() + ":")
                || dashboard.json().path("templating").toString().contains("${" + variable.name() + ":");
    }
}
