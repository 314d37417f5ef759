package io.deskpulse.bench.dashboards;

import io.deskpulse.dashboards.Annotation;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import io.deskpulse.dashboards.QueryText;
import io.deskpulse.dashboards.TimeRange;
import io.deskpulse.dashboards.Variable;
import io.deskpulse.dashboards.VariableValues;
import io.deskpulse.dashboards.alerts.AlertRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A query of a dashboard as it reaches ClickHouse.
 *
 * @param board uid of the dashboard
 * @param what the panel, variable or annotation that asks
 */
record BoardQuery(String board, String what, String sql) {
    private static final int BUCKETS = 300;

    /** Every query of every dashboard for one shop, panels that show the same result once, and every alert rule, for all shops. */
    static List<BoardQuery> of(String shop, TimeRange range) {
        List<BoardQuery> queries = new ArrayList<>();
        for (Dashboard dashboard : Dashboards.bundled(Language.EN).list()) {
            queries.addAll(of(dashboard, shop, range));
        }
        AlertRules.bundled().forEach(rule -> queries.add(new BoardQuery("alert", rule.title(), rule.sql(range.to()))));
        return queries;
    }

    private static List<BoardQuery> of(Dashboard dashboard, String shop, TimeRange range) {
        Map<String, List<String>> values = new HashMap<>();
        dashboard.variables().forEach(variable -> values.put(variable.name(), List.of(chosen(variable, shop))));
        VariableValues chosen = VariableValues.of(values);
        Duration interval = Duration.between(range.from(), range.to()).dividedBy(BUCKETS);
        List<BoardQuery> queries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        asked(dashboard).forEach((what, query) -> {
            String sql = QueryText.expand(query.rawSql(), chosen, range, interval);
            if (seen.add(sql)) {
                queries.add(new BoardQuery(dashboard.uid(), what, sql));
            }
        });
        return queries;
    }

    private static String chosen(Variable variable, String shop) {
        if (variable.name().equals("shop")) {
            return shop;
        }
        return variable.includeAll()
                ? VariableValues.ALL
                : variable.json().path("current").path("value").asText();
    }

    private static Map<String, Query> asked(Dashboard dashboard) {
        Map<String, Query> asked = new LinkedHashMap<>();
        for (Variable variable : dashboard.variables()) {
            variable.query().ifPresent(query -> asked.put("variable " + variable.name(), query));
        }
        for (Annotation annotation : dashboard.annotations()) {
            asked.put("annotation " + annotation.name(), annotation.query());
        }
        for (Panel panel : dashboard.panels()) {
            for (Query query : panel.queries()) {
                asked.put("#" + panel.id() + query.refId() + " " + panel.title(), query);
            }
        }
        return asked;
    }
}
