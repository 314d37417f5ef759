package io.deskpulse.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Units and thresholds. */
final class FieldRules {
    private static final Set<String> UNITS = units();
    private static final Pattern CUSTOM = Pattern.compile("(prefix|suffix|time|si|count|currency|bool):.+");

    private FieldRules() {}

    static void check(Dashboard dashboard, Findings findings) {
        for (Panel panel : dashboard.panels()) {
            Findings here = findings.at("panel " + panel.id());
            JsonNode defaults = PanelRules.defaults(panel);
            here.unless(
                    defaults.has("unit")
                            || Set.of("text", "table", "state-timeline").contains(panel.type()),
                    "unit is missing");
            if (defaults.has("unit")) {
                unit(defaults.path("unit").asText(), here);
            }
            thresholds(defaults.path("thresholds"), here);
            for (JsonNode override : panel.json().path("fieldConfig").path("overrides")) {
                override.path("properties").forEach(property -> property(property, here));
            }
        }
    }

    private static void property(JsonNode property, Findings findings) {
        String id = property.path("id").asText();
        if (id.equals("unit")) {
            unit(property.path("value").asText(), findings);
        } else if (id.equals("thresholds")) {
            thresholds(property.path("value"), findings);
        }
    }

    private static void unit(String unit, Findings findings) {
        findings.unless(UNITS.contains(unit) || CUSTOM.matcher(unit).matches(), "Grafana knows no unit " + unit);
        findings.unless(!unit.equals("percent"), "ratios are 0 to 1: percentunit");
    }

    private static void thresholds(JsonNode thresholds, Findings findings) {
        double last = Double.NEGATIVE_INFINITY;
        boolean first = true;
        for (JsonNode step : thresholds.path("steps")) {
            JsonNode value = step.path("value");
            findings.unless(value.isNull() == first, "the first step of thresholds, and no other, has the value null");
            findings.unless(first || value.asDouble() > last, "steps of thresholds do not ascend");
            last = first ? last : value.asDouble();
            first = false;
        }
    }

    private static Set<String> units() {
        try (InputStream file = FieldRules.class.getResourceAsStream("/grafana/units.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
