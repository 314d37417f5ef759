package io.deskpulse.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A variable of a dashboard.
 *
 * @param type query, custom or, for what a reader writes, textbox
 * @param multi several values can be chosen
 * @param includeAll all values can be chosen at once
 * @param json the variable as Grafana loads it; not to be changed
 */
public record Variable(String name, String type, boolean multi, boolean includeAll, JsonNode json) {
    static Variable of(JsonNode json) {
        return new Variable(
                json.path("name").asText(),
                json.path("type").asText(),
                json.path("multi").asBoolean(),
                json.path("includeAll").asBoolean(),
                json);
    }

    /** The query that lists its values, in the first column; empty when the values are fixed. */
    public Optional<Query> query() {
        if (!type.equals("query")) {
            return Optional.empty();
        }
        JsonNode query = json.path("query");
        String sql = query.isTextual() ? query.asText() : query.path("rawSql").asText();
        return Optional.of(new Query(query.path("refId").asText(name), sql, Query.TABLE));
    }

    /** The values when they are fixed: {@code a,b} or {@code label : value, …} in the file. */
    public List<String> fixedValues() {
        if (!type.equals("custom")) {
            return List.of();
        }
        return Arrays.stream(json.path("query").asText().split(","))
                .map(option -> option.contains(" : ") ? option.substring(option.indexOf(" : ") + 3) : option)
                .map(String::strip)
                .toList();
    }
}
