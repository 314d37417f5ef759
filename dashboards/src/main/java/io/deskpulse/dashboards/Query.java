package io.deskpulse.dashboards;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A query of a panel, variable or annotation.
 *
 * @param refId its letter, unique within the panel
 * @param rawSql text with variables and macros, see {@link QueryText}
 * @param format 0 = time series, 1 = table
 */
public record Query(String refId, String rawSql, int format) {
    /** Grafana's format of a time series: rows in ascending time, long frames pivoted. */
    public static final int TIME_SERIES = 0;

    /** Grafana's format of a table: the rows as they come. */
    public static final int TABLE = 1;

    static Query of(JsonNode target) {
        return new Query(
                target.path("refId").asText("A"),
                target.path("rawSql").asText(),
                target.path("format").asInt(TIME_SERIES));
    }
}
