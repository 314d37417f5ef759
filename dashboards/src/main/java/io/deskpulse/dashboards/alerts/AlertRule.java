package io.deskpulse.dashboards.alerts;

import io.deskpulse.dashboards.QueryText;
import io.deskpulse.dashboards.TimeRange;
import io.deskpulse.dashboards.VariableValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A rule that asks one query and compares the last value of each instance with a threshold.
 *
 * @param rawSql with macros, without variables, which Grafana does not expand in alert rules; columns time, a label or none, the value
 * @param fromAgo the range of the query begins so long before the evaluation
 * @param toAgo and ends so long before it
 * @param comparison gt or lt
 * @param dashboardUid dashboard of the panel that shows the same
 */
public record AlertRule(
        String uid,
        String title,
        String rawSql,
        Duration fromAgo,
        Duration toAgo,
        String comparison,
        double threshold,
        String dashboardUid,
        int panelId) {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    /**
     * The SQL of an evaluation.
     *
     * @throws IllegalArgumentException when the query has a variable or an unknown macro
     */
    public String sql(Instant evaluatedAt) {
        TimeRange range = new TimeRange(evaluatedAt.minus(fromAgo), evaluatedAt.minus(toAgo));
        return QueryText.expand(rawSql, VariableValues.of(Map.of()), range, INTERVAL);
    }
}
