package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import java.util.regex.Pattern;

/** That a reader can do what a text says, and read what a column says. */
final class ReadingRules {
    private static final Pattern CLICK = Pattern.compile("(?i)\\bclick\\b");
    private static final Pattern CODES = Pattern.compile("\\bdetail\\b");
    private static final Pattern AGE = Pattern.compile("age(?:_s)?|oldest(?:_s)?|open_for|overdue(?:_s)?|left_s");
    private static final Pattern CLOCK = Pattern.compile("dthms|dtdhms|clocks|clockms");

    private ReadingRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        for (Panel panel : dashboard.panels()) {
            Findings here = findings.at("panel " + panel.id());
            here.unless(
                    !CLICK.matcher(panel.json().path("description").asText()).find()
                            || !panel.json().findValues("links").isEmpty()
                            || panel.json().path("fieldConfig").toString().contains("\"links\""),
                    "tells of a click, and there is no link");
            here.unless(
                    panel.queries().stream()
                            .noneMatch(query -> query.rawSql().contains("open_items_at(")
                                    && CODES.matcher(query.rawSql()).find()),
                    "detail is codes for programs: subject, priority, complaint and reminded_at are for readers");
            here.unless(
                    !panel.type().equals("timeseries")
                            || !CLOCK.matcher(PanelRules.defaults(panel)
                                            .path("unit")
                                            .asText())
                                    .matches(),
                    "an axis of time is in minutes or hours: 27:46:40 is nobody's round number");
            for (JsonNode override : panel.json().path("fieldConfig").path("overrides")) {
                age(override, here);
            }
        }
    }

    private static void age(JsonNode override, Findings findings) {
        boolean isAge =
                AGE.matcher(override.path("matcher").path("options").asText()).matches();
        for (JsonNode property : override.path("properties")) {
            if (isAge && property.path("id").asText().equals("unit")) {
                findings.unless(
                        !property.path("value").asText().equals("dthms"), "an age has days: dtdhms, not 166 hours");
            }
        }
    }
}
