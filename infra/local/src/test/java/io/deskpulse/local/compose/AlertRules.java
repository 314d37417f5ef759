package io.deskpulse.local.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@code infra/docker/alerts.yaml}. */
public final class AlertRules {
    private static final Pattern METRIC = Pattern.compile("\\b(?:flink|ClickHouse|deskpulse)[A-Za-z]*_\\w+");

    private AlertRules() {}

    /** Every rule, as it stands in the file. */
    public static List<Map<?, ?>> read() throws IOException {
        Map<?, ?> file = ComposeFile.yaml(Files.readString(ComposeFile.INFRA.resolve("docker/alerts.yaml")));
        return ((List<?>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<?>) ((Map<?, ?>) group).get("rules")).stream())
                        .<Map<?, ?>>map(rule -> (Map<?, ?>) rule)
                        .toList();
    }

    /** Names of the metrics that rules ask for and that begin so. */
    public static Set<String> metrics(String prefix) throws IOException {
        Set<String> metrics = new TreeSet<>();
        for (Map<?, ?> rule : read()) {
            Matcher metric = METRIC.matcher((String) rule.get("expr"));
            while (metric.find()) {
                if (metric.group().startsWith(prefix)) {
                    metrics.add(metric.group());
                }
            }
        }
        return metrics;
    }
}
