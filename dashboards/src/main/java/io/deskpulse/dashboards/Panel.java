package io.deskpulse.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A panel of a dashboard.
 *
 * @param type Grafana's name of what draws it: stat, timeseries, table …
 * @param queries its own, or those of the panel whose result it shows again
 * @param json the panel as Grafana loads it; not to be changed
 */
public record Panel(int id, String type, String title, List<Query> queries, JsonNode json) {
    /** Copies the list. */
    public Panel {
        queries = List.copyOf(queries);
    }

    /**
     * The query with that letter.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Query query(String refId) {
        return queries.stream()
                .filter(query -> query.refId().equals(refId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("panel " + id + " has no query " + refId));
    }
}
