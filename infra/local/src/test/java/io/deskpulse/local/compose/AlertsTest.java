package io.deskpulse.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the rules of Prometheus fit the rest; {@code ScrapeIT} looks whether the metrics are there that they ask for. */
class AlertsTest {
    private static final Path RUNBOOK = ComposeFile.ROOT.resolve("docs/runbook");

    @Test
    void everyRuleSaysWhoIsToldAndHasItsPageInTheRunbook() throws IOException {
        String index = Files.readString(RUNBOOK.resolve("README.md"));
        List<Map<?, ?>> rules = AlertRules.read();

        assertThat(rules).hasSizeGreaterThan(8).allSatisfy(rule -> {
            String name = (String) rule.get("alert");
            Map<?, ?> annotations = (Map<?, ?>) rule.get("annotations");
            Map<?, ?> labels = (Map<?, ?>) rule.get("labels");
            assertThat(labels.get("team")).as(name).isEqualTo("operations");
            assertThat(String.valueOf(labels.get("severity"))).as(name).isIn("critical", "warning");
            assertThat((String) annotations.get("summary")).as(name).isNotBlank();
            assertThat(RUNBOOK.resolve((String) annotations.get("runbook"))).exists();
            assertThat(index).contains("`" + name + "`");
        });
        assertThat(rules).extracting(rule -> rule.get("alert")).doesNotHaveDuplicates();
    }

    @Test
    void asManyJobsAreMissedAsRunUntilTheyAreStopped() throws IOException {
        Map<?, ?> gone = AlertRules.read().stream()
                .filter(rule -> rule.get("alert").equals("JobGone"))
                .findFirst()
                .orElseThrow();

        assertThat((String) gone.get("expr"))
                .endsWith("< " + JobCatalogue.streaming().size());
    }

    @Test
    void prometheusReadsTheRulesThatAreMounted() throws IOException {
        assertThat(ComposeFile.yaml(Files.readString(ComposeFile.INFRA.resolve("docker/prometheus.yaml")))
                        .get("rule_files"))
                .isEqualTo(List.of("alerts.yaml"));
        assertThat(ComposeFile.read().volumes())
                .contains(
                        "./docker/alerts.yaml:/etc/prometheus/alerts.yaml:ro",
                        "./docker/prometheus.yaml:/etc/prometheus/prometheus.yml:ro");
    }
}
