package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import java.util.Set;
import java.util.stream.Stream;

/** What a dashboard as a whole must and must not have. */
final class BoardRules {
    private static final Set<String> REFRESHES = Set.of("30s", "1m", "5m", "15m", "30m", "1h");

    private BoardRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        JsonNode json = dashboard.json();
        findings.unless(dashboard.uid().matches("[A-Za-z0-9_-]{1,40}"), "uid is missing or badly written");
        findings.unless(!dashboard.title().isBlank(), "title is missing");
        findings.unless(json.path("description").asText().length() > 20, "description does not say the question");
        findings.unless(strings(json.path("tags")).anyMatch("deskpulse"::equals), "tag deskpulse is missing");
        pinned(json, findings);
        time(json, findings);
        findings.unless(
                Stream.of("id", "__inputs", "__requires", "__elements").noneMatch(json::has),
                "has what only the import dialog of Grafana can resolve");
        findings.unless(
                !json.toString().contains("${DS_"), "names a data source that only the import dialog can resolve");
        findings.unless(
                hasDropdown(json.path("links")), "no dropdown to the other dashboards that keeps time and variables");
    }

    private static void pinned(JsonNode json, Findings findings) {
        findings.unless(json.path("schemaVersion").asInt() == 42, "schemaVersion must be 42");
        findings.unless(json.path("version").asInt() == 1, "version must be 1");
        findings.unless(json.has("editable") && !json.path("editable").asBoolean(), "editable must be false");
        findings.unless(json.path("graphTooltip").asInt() == 1, "graphTooltip must be 1, a shared crosshair");
    }

    private static void time(JsonNode json, Findings findings) {
        findings.unless(json.path("timezone").asText().equals("browser"), "timezone must be the browser's");
        findings.unless(json.path("weekStart").asText().equals("monday"), "weekStart must be monday");
        findings.unless(json.path("time").path("from").asText().startsWith("now"), "time.from must be relative");
        findings.unless(json.path("time").path("to").asText().startsWith("now"), "time.to must be relative");
        findings.unless(
                Stream.concat(
                                Stream.of(json.path("refresh").asText()),
                                strings(json.path("timepicker").path("refresh_intervals")))
                        .allMatch(REFRESHES::contains),
                "refreshes faster than data come, or never");
    }

    private static boolean hasDropdown(JsonNode links) {
        for (JsonNode link : links) {
            if (strings(link.path("tags")).anyMatch("deskpulse"::equals)
                    && link.path("type").asText().equals("dashboards")
                    && link.path("asDropdown").asBoolean()
                    && link.path("includeVars").asBoolean()
                    && link.path("keepTime").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asText);
    }
}
