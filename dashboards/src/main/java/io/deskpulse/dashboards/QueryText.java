package io.deskpulse.dashboards;

import io.deskpulse.dashboards.sql.ConditionalAll;
import io.deskpulse.dashboards.sql.Macros;
import io.deskpulse.dashboards.sql.Placeholders;
import java.time.Duration;

/** The SQL that reaches ClickHouse for a query of a dashboard. */
public final class QueryText {
    private QueryText() {}

    /**
     * Expands a query as Grafana (variables) and its ClickHouse plugin (macros) do, in their order.
     *
     * @param rawSql text of the query in the dashboard
     * @param interval width of a bucket that Grafana proposes for the range and the panel's width
     * @throws IllegalArgumentException naming what is unknown, badly written, or would be sent to ClickHouse as it stands
     */
    public static String expand(String rawSql, VariableValues values, TimeRange range, Duration interval) {
        String conditions = ConditionalAll.expand(rawSql, values::get);
        String text = Placeholders.replace(conditions, values::get);
        return new Macros(range.from(), range.to(), interval).expand(text);
    }
}
