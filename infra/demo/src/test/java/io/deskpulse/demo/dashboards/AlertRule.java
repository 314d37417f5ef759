package io.deskpulse.demo.dashboards;

import io.deskpulse.dashboards.Query;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A provisioned alert rule, as far as ClickHouse is concerned.
 *
 * @param query what it asks ClickHouse
 * @param range how far back it looks
 */
record AlertRule(String uid, Query query, Duration range) {
    private static final Path FOLDER = Path.of("..", "..", "dashboards", "provisioning", "alerting");

    static List<AlertRule> all() throws IOException {
        List<AlertRule> rules = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    Map<?, ?> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
                    maps(yaml, "groups").forEach(group -> maps(group, "rules").forEach(rule -> add(rule, rules)));
                }
            }
        }
        return rules;
    }

    private static void add(Map<?, ?> rule, List<AlertRule> rules) {
        for (Map<?, ?> data : maps(rule, "data")) {
            Map<?, ?> model = (Map<?, ?>) data.get("model");
            if (model.containsKey("rawSql")) {
                Map<?, ?> range = (Map<?, ?>) data.get("relativeTimeRange");
                rules.add(new AlertRule(
                        (String) rule.get("uid"),
                        new Query((String) model.get("refId"), (String) model.get("rawSql"), (Integer)
                                model.get("format")),
                        Duration.ofSeconds((Integer) range.get("from"))));
            }
        }
    }

    private static List<Map<?, ?>> maps(Map<?, ?> owner, String key) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (owner.get(key) instanceof List<?> list) {
            list.forEach(element -> maps.add((Map<?, ?>) element));
        }
        return maps;
    }
}
