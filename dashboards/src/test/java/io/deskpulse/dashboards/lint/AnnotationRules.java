package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Annotation;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What Grafana needs to draw events over time series, and readers to understand and to switch them off. */
final class AnnotationRules {
    /** Without a title Grafana shows a line that nobody can name; without text nobody knows why. */
    private static final List<String> COLUMNS = List.of("time", "title", "text");

    private AnnotationRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        Set<String> names = new HashSet<>();
        findings.unless(
                dashboard.annotations().size()
                        == dashboard.json().path("annotations").path("list").size(),
                "an annotation has no SQL");
        for (Annotation annotation : dashboard.annotations()) {
            Findings here = findings.at("annotation " + annotation.name());
            JsonNode json = annotation.json();
            JsonNode target = json.path("target");
            here.unless(!annotation.name().isBlank() && names.add(annotation.name()), "name is missing or not unique");
            here.unless(!json.path("iconColor").asText().isBlank(), "iconColor is missing");
            here.unless(json.path("enable").asBoolean(), "must be on until a reader switches it off");
            here.unless(!json.path("hide").asBoolean(), "readers cannot switch it off");
            here.unless(QueryRules.isOurs(json.path("datasource")), "data source is not ours");
            here.unless(QueryRules.isOurs(target.path("datasource")), "data source of the query is not ours");
            QueryRules.written(target, here);
            here.unless(annotation.query().format() == Query.TABLE, "an annotation is a table");
            for (String column : COLUMNS) {
                here.unless(
                        Pattern.compile("\\bAS " + column + "\\b")
                                .matcher(annotation.query().rawSql())
                                .find(),
                        "returns no column " + column);
            }
        }
        findings.unless(
                names.isEmpty()
                        || dashboard.panels().stream()
                                .anyMatch(panel -> panel.type().equals("timeseries")),
                "has annotations and nothing over time to draw them on");
    }
}
