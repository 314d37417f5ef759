package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import java.util.HashSet;
import java.util.Set;

/** How a query is written down, its SQL aside. */
final class QueryRules {
    private static final Set<String> INTERNAL = Set.of("-- Grafana --", "-- Dashboard --");
    private static final String SOURCE = "deskpulse";

    private QueryRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        for (Panel panel : dashboard.panels()) {
            Findings here = findings.at("panel " + panel.id());
            Set<String> letters = new HashSet<>();
            here.unless(
                    panel.type().equals("text") || isSource(panel.json().path("datasource")),
                    "data source is not ours");
            for (JsonNode target : panel.json().path("targets")) {
                here.unless(letters.add(target.path("refId").asText()), "refId is not unique");
                here.unless(isSource(target.path("datasource")), "data source of a query is not ours");
                if (target.path("datasource").path("uid").asText().equals(SOURCE)) {
                    ours(panel, target, here);
                }
            }
        }
    }

    private static boolean isSource(JsonNode source) {
        return INTERNAL.contains(source.path("uid").asText()) || isOurs(source);
    }

    /** Whether it is the data source that is provisioned. */
    static boolean isOurs(JsonNode source) {
        return source.path("uid").asText().equals(SOURCE)
                && source.path("type").asText().equals("grafana-clickhouse-datasource");
    }

    private static void ours(Panel panel, JsonNode target, Findings findings) {
        written(target, findings);
        findings.unless(
                !panel.type().equals("stat") || target.path("format").asInt() == Query.TABLE,
                "a stat must be a table, since a time series without rows is an error");
    }

    /** What the plugin needs to take a query for what it is. */
    static void written(JsonNode target, Findings findings) {
        int format = target.path("format").asInt(-1);
        findings.unless(target.path("editorType").asText().equals("sql"), "editorType must be sql");
        findings.unless(
                target.path("pluginVersion").asText().startsWith("4."),
                "pluginVersion must be 4, or the query counts as one of version 3");
        findings.unless(format == Query.TIME_SERIES || format == Query.TABLE, "format must be 0 or 1");
        findings.unless(
                target.path("queryType").asText().equals(format == Query.TABLE ? "table" : "timeseries"),
                "queryType does not fit the format");
    }
}
