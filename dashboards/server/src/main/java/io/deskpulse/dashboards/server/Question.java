package io.deskpulse.dashboards.server;

import io.deskpulse.dashboards.TimeRange;
import io.deskpulse.dashboards.VariableValues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the browser asks: which query of which dashboard, never SQL.
 *
 * @param dashboard its uid
 * @param panelId of a panel; null for variables and annotations
 * @param refId letter of the panel's query
 * @param name of the variable or annotation; null for panels
 * @param from start of the time range, epoch milliseconds
 * @param to end of the time range, epoch milliseconds
 * @param intervalMs width of a bucket
 * @param variables chosen values by variable
 */
record Question(
        String dashboard,
        Integer panelId,
        String refId,
        String name,
        long from,
        long to,
        long intervalMs,
        Map<String, List<String>> variables) {
    private static final long SHORTEST_INTERVAL_MILLIS = 1_000;

    Question {
        variables = variables == null ? Map.of() : Map.copyOf(variables);
    }

    TimeRange range() {
        return new TimeRange(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    }

    Duration interval() {
        return Duration.ofMillis(Math.max(SHORTEST_INTERVAL_MILLIS, intervalMs));
    }

    VariableValues values() {
        return VariableValues.of(variables);
    }
}
