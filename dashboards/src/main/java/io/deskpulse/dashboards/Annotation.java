package io.deskpulse.dashboards;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Events drawn over the time series of a dashboard.
 *
 * @param query columns time, optional timeEnd, title, text, tags
 * @param json the annotation as Grafana loads it; not to be changed
 */
public record Annotation(String name, Query query, JsonNode json) {
    static Annotation of(JsonNode json) {
        return new Annotation(json.path("name").asText(), Query.of(json.path("target")), json);
    }
}
