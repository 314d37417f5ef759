package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Colour says that somebody must act: by the target of the shop and not by one of the file, and never of a few. Boards of operators
 * have limits of their own, which are those of their alerts.
 */
final class ColourRules {
    private static final String RATIO = "percentunit";
    private static final Pattern COUNTS =
            Pattern.compile("\\bcount(?:If)?\\(|\\bsum\\((?:n|rated|asked|is_enquiry)\\)");

    /** Series that are red whenever there are any, as they must not be. */
    private static final Set<String> MUST_NOT_BE = Set.of("Refused", "Over 3 d", "over 3 days");

    private ColourRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        if (dashboard.folder().equals("operations")) {
            return;
        }
        for (Panel panel : dashboard.panels()) {
            Findings here = findings.at("panel " + panel.id());
            JsonNode defaults = PanelRules.defaults(panel);
            here.unless(
                    !defaults.path("unit").asText().equals(RATIO) || isPlain(defaults.path("thresholds")),
                    "the target of a rate is the shop's: colour the difference to it");
            boolean ratios = defaults.path("unit").asText().equals(RATIO);
            for (JsonNode override : panel.json().path("fieldConfig").path("overrides")) {
                boolean ratio = property(override, "unit").asText().equals(RATIO);
                ratios |= ratio;
                here.unless(
                        !ratio || isPlain(property(override, "thresholds")),
                        "the target of a rate is the shop's: colour the difference to it");
                here.unless(
                        !property(override, "color").path("fixedColor").asText().equals("red")
                                || MUST_NOT_BE.contains(
                                        property(override, "displayName").asText()),
                        "red is for what must not be");
            }
            boolean ofMany = panel.queries().stream()
                    .allMatch(query -> !COUNTS.matcher(query.rawSql()).find()
                            || query.rawSql().contains("< 30"));
            here.unless(!panel.type().equals("table") || !ratios || ofMany, "a table shows no rate of fewer than 30");
        }
    }

    private static boolean isPlain(JsonNode thresholds) {
        return thresholds.path("steps").size() <= 1;
    }

    private static JsonNode property(JsonNode override, String id) {
        return override.path("properties")
                .valueStream()
                .filter(property -> property.path("id").asText().equals(id))
                .findFirst()
                .map(property -> property.path("value"))
                .orElse(override.path("none"));
    }
}
