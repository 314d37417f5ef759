package io.deskpulse.dashboards.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.i18n.Glossary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class AlertingTest {
    private static final Path ALERTING = Path.of("provisioning", "alerting");

    @Test
    void rulesHaveAUidOfTheirOwnAndAskForWhatGrafanaExpands() {
        List<AlertRule> rules = AlertRules.bundled();

        assertThat(rules).hasSize(7);
        assertThat(rules).extracting(AlertRule::uid).doesNotHaveDuplicates();
        assertThat(rules).extracting(AlertRule::title).doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.sql(Instant.parse("2026-11-11T12:00:00Z"))).doesNotContain("$");
            assertThat(rule.rawSql()).contains("ORDER BY time").doesNotContain("now()");
        });
    }

    @Test
    void thresholdsAreThoseOfThePanelsThatRulesPointAt() {
        Dashboards dashboards = Dashboards.bundled(Language.EN);
        for (AlertRule rule : AlertRules.bundled()) {
            Dashboard dashboard = dashboards.find(rule.dashboardUid());
            List<Double> steps = steps(dashboard.panel(rule.panelId()));
            // More than 0 is 1 and more of what is counted.
            double wanted = rule.threshold() == 0 && rule.comparison().equals("gt") ? 1 : rule.threshold();
            if (!steps.isEmpty()) {
                assertThat(steps).as(rule.title()).contains(wanted);
            }
        }
    }

    @Test
    void everyRuleIsCompleteAndHasAPageInTheRunbook() throws IOException {
        Glossary glossary = Glossary.read(Path.of("i18n", "zh-glossary.json"));
        for (Map<?, ?> rule : rules()) {
            String uid = (String) rule.get("uid");
            assertThat(rule.keySet().containsAll(List.of("for", "noDataState", "execErrState", "panelId")))
                    .as(uid)
                    .isTrue();
            assertThat(rule.get("title") + String.valueOf(rule.get("labels")))
                    .as("Grafana would expand it as an environment variable")
                    .doesNotContain("$");
            assertThat(refIds(rule)).as(uid).contains(rule.get("condition").toString());
            Map<?, ?> annotations = (Map<?, ?>) rule.get("annotations");
            assertThat((String) annotations.get("summary")).as(uid).contains("$values.B.Value");
            assertThat((String) annotations.get("summary_zh")).as(uid).contains("$values.B.Value");
            assertThat((String) annotations.get("title_zh")).as(uid).containsPattern("\\p{IsHan}");
            assertThat(glossary.misused(annotations.get("summary_zh") + " " + annotations.get("title_zh")))
                    .as(uid)
                    .isEmpty();
            String page = ((String) annotations.get("runbook_url")).replace("${DESKPULSE_RUNBOOKS}/", "");
            assertThat(Path.of("..", "docs", "runbook", page)).exists();
        }
    }

    @Test
    void policiesNameContactPointsAndTeamsThatExist() throws IOException {
        List<?> contactPoints = names("contact-points.yaml", "contactPoints");
        List<Object> teams = new ArrayList<>();
        Map<?, ?> policy = (Map<?, ?>) list("policies.yaml", "policies").get(0);

        assertThat(contactPoints.contains(policy.get("receiver"))).isTrue();
        for (Object each : (List<?>) policy.get("routes")) {
            Map<?, ?> route = (Map<?, ?>) each;
            assertThat(contactPoints.contains(route.get("receiver"))).isTrue();
            teams.add(((List<?>) ((List<?>) route.get("object_matchers")).get(0)).get(2));
        }
        for (Map<?, ?> rule : rules()) {
            assertThat(teams).contains(((Map<?, ?>) rule.get("labels")).get("team"));
        }
    }

    private static List<Double> steps(Panel panel) {
        List<Double> values = new ArrayList<>();
        for (JsonNode steps : panel.json().findValues("steps")) {
            for (JsonNode step : steps) {
                if (step.path("value").isNumber()) {
                    values.add(step.path("value").asDouble());
                }
            }
        }
        return values;
    }

    private static List<String> refIds(Map<?, ?> rule) {
        return ((List<?>) rule.get("data"))
                .stream().map(step -> (String) ((Map<?, ?>) step).get("refId")).toList();
    }

    private static List<Map<?, ?>> rules() throws IOException {
        List<Map<?, ?>> rules = new ArrayList<>();
        for (Object group : list("rules.yaml", "groups")) {
            for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
                rules.add((Map<?, ?>) rule);
            }
        }
        return rules;
    }

    private static List<?> names(String file, String key) throws IOException {
        return list(file, key).stream()
                .map(entry -> ((Map<?, ?>) entry).get("name"))
                .toList();
    }

    private static List<?> list(String file, String key) throws IOException {
        Map<?, ?> root =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(ALERTING.resolve(file)));
        return (List<?>) root.get(key);
    }
}
