package io.deskpulse.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One dashboard in Grafana's classic format.
 *
 * @param folder where Grafana files it: {@code operations} or {@code customer-service}
 * @param panels all that show something, those within collapsed rows included, rows themselves not
 * @param json the dashboard as Grafana loads it; not to be changed
 */
public record Dashboard(
        String uid,
        String title,
        String folder,
        List<Panel> panels,
        List<Variable> variables,
        List<Annotation> annotations,
        JsonNode json) {
    private static final String SAME_DASHBOARD = "-- Dashboard --";

    /** Copies the lists. */
    public Dashboard {
        panels = List.copyOf(panels);
        variables = List.copyOf(variables);
        annotations = List.copyOf(annotations);
    }

    /**
     * Reads a dashboard.
     *
     * @throws IllegalArgumentException when a panel shows the result of a panel that is not there or has no query of its own
     */
    public static Dashboard of(JsonNode json) {
        List<JsonNode> panels = new ArrayList<>();
        flatten(json.path("panels"), panels);
        return new Dashboard(
                json.path("uid").asText(),
                json.path("title").asText(),
                stream(json.path("tags")).anyMatch(tag -> tag.asText().equals("operations"))
                        ? "operations"
                        : "customer-service",
                panels.stream().map(panel -> panel(panel, panels)).toList(),
                stream(json.path("templating").path("list")).map(Variable::of).toList(),
                stream(json.path("annotations").path("list"))
                        .filter(annotation -> annotation.path("target").has("rawSql"))
                        .map(Annotation::of)
                        .toList(),
                json);
    }

    /**
     * The panel with that id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Panel panel(int id) {
        return panels.stream()
                .filter(panel -> panel.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("dashboard " + uid + " has no panel " + id));
    }

    private static void flatten(JsonNode panels, List<JsonNode> flat) {
        for (JsonNode panel : panels) {
            if (panel.path("type").asText().equals("row")) {
                flatten(panel.path("panels"), flat);
            } else {
                flat.add(panel);
            }
        }
    }

    private static Panel panel(JsonNode json, List<JsonNode> all) {
        List<Query> queries = new ArrayList<>();
        for (JsonNode target : json.path("targets")) {
            if (target.path("datasource").path("uid").asText().equals(SAME_DASHBOARD)) {
                queries.addAll(queriesOf(target.path("panelId").asInt(), all));
            } else {
                queries.add(Query.of(target));
            }
        }
        return new Panel(
                json.path("id").asInt(),
                json.path("type").asText(),
                json.path("title").asText(),
                queries,
                json);
    }

    private static List<Query> queriesOf(int panelId, List<JsonNode> all) {
        List<Query> queries = all.stream()
                .filter(panel -> panel.path("id").asInt() == panelId)
                .flatMap(panel -> stream(panel.path("targets")))
                .filter(target -> target.has("rawSql"))
                .map(Query::of)
                .toList();
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("panel " + panelId + ", whose result another shows, has no query");
        }
        return queries;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
