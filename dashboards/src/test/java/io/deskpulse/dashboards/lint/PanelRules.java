package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What each panel says to its reader. */
final class PanelRules {
    private static final Set<String> TYPES =
            Set.of("timeseries", "stat", "table", "bargauge", "barchart", "heatmap", "state-timeline", "text");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z]");
    private static final int SHORTEST_DEFINITION = 40;

    private PanelRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        Set<String> titles = new HashSet<>();
        findings.unless(
                dashboard.folder().equals("operations")
                        || dashboard.panels().stream()
                                .anyMatch(panel -> panel.title().equals("Data as of")),
                "does not say until when data are in it");
        for (Panel panel : dashboard.panels()) {
            Findings here = findings.at("panel " + panel.id());
            here.unless(
                    TYPES.contains(panel.type()), "type " + panel.type() + " is not one of Grafana's own that we use");
            if (panel.type().equals("text")) {
                text(panel.json().path("options"), here);
            } else {
                here.unless(!panel.title().isBlank() && titles.add(panel.title()), "title is missing or not unique");
                here.unless(
                        panel.json().path("description").asText().length() >= SHORTEST_DEFINITION,
                        "description does not define the number");
                here.unless(!defaults(panel).path("noValue").asText().isBlank(), "noValue is missing");
                here.unless(!panel.queries().isEmpty(), "has no query");
            }
        }
    }

    private static void text(JsonNode options, Findings findings) {
        String content = options.path("content").asText();
        findings.unless(options.path("mode").asText().equals("markdown"), "text must be markdown");
        findings.unless(!content.isBlank() && !content.strip().contains("\n"), "text must be one line");
        findings.unless(!HTML.matcher(content).find(), "text has HTML in it");
    }

    static JsonNode defaults(Panel panel) {
        return panel.json().path("fieldConfig").path("defaults");
    }
}
