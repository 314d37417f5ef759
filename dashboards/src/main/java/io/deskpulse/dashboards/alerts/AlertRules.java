package io.deskpulse.dashboards.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules of {@code provisioning/alerting/rules.yaml}, from the class path. */
public final class AlertRules {
    private static final String FILE = "/dashboards/provisioning/alerting/rules.yaml";

    private AlertRules() {}

    /** All rules in the order of the file. */
    public static List<AlertRule> bundled() {
        try (InputStream file = AlertRules.class.getResourceAsStream(FILE)) {
            Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            List<AlertRule> rules = new ArrayList<>();
            for (Object group : (List<?>) root.get("groups")) {
                for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
                    rules.add(rule((Map<?, ?>) rule));
                }
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** The first step asks, the last one compares; a step between reduces to the last value. */
    private static AlertRule rule(Map<?, ?> rule) {
        List<?> steps = (List<?>) rule.get("data");
        Map<?, ?> query = (Map<?, ?>) steps.get(0);
        Map<?, ?> range = (Map<?, ?>) query.get("relativeTimeRange");
        Map<?, ?> comparing = model(steps.get(steps.size() - 1));
        Map<?, ?> evaluator = (Map<?, ?>) ((Map<?, ?>) ((List<?>) comparing.get("conditions")).get(0)).get("evaluator");
        return new AlertRule(
                (String) rule.get("uid"),
                (String) rule.get("title"),
                (String) model(query).get("rawSql"),
                Duration.ofSeconds((int) range.get("from")),
                Duration.ofSeconds((int) range.get("to")),
                (String) evaluator.get("type"),
                ((Number) ((List<?>) evaluator.get("params")).get(0)).doubleValue(),
                (String) rule.get("dashboardUid"),
                (int) rule.get("panelId"));
    }

    private static Map<?, ?> model(Object step) {
        return (Map<?, ?>) ((Map<?, ?>) step).get("model");
    }
}
