package io.deskpulse.demo.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboard;
import io.deskpulse.dashboards.Panel;
import io.deskpulse.dashboards.Query;
import io.deskpulse.dashboards.QueryText;
import io.deskpulse.dashboards.TimeRange;
import io.deskpulse.dashboards.Variable;
import io.deskpulse.dashboards.VariableValues;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a dashboard as Grafana would: its variables first, one after the other, then the panels with them. */
final class BoardReader {
    private static final int POINTS = 300;

    /** What only narrows a shop: one of each at once would leave nothing to see. */
    private static final Set<String> NARROWER = Set.of("team", "owner", "kind", "topic");

    private final ClickHouseHttp clickHouse;
    private final Dashboard dashboard;
    private final TimeRange range;
    private final Map<String, VariableValues> chosen = new HashMap<>();

    BoardReader(ClickHouseHttp clickHouse, Dashboard dashboard, TimeRange range) {
        this.clickHouse = clickHouse;
        this.dashboard = dashboard;
        this.range = range;
    }

    /** What is chosen of what the variables offer; what one offers may depend on those before. */
    VariableValues values(Choice choice, String shop) throws IOException {
        String key = choice + " " + shop;
        if (!chosen.containsKey(key)) {
            chosen.put(key, choose(choice, shop));
        }
        return chosen.get(key);
    }

    private VariableValues choose(Choice choice, String shop) throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Variable variable : dashboard.variables()) {
            List<String> offered = new ArrayList<>(variable.fixedValues());
            if (variable.query().isPresent()) {
                offered.addAll(result(variable.query().get(), VariableValues.of(values), Duration.ofMinutes(1))
                        .first());
            }
            if (variable.type().equals("textbox")) {
                offered.add(variable.name().equals("ticket") ? ticket(shop) : "");
            }
            List.of(usual(variable), SeededStack.DEMO_AGENT, shop).forEach(value -> prefer(value, offered));
            boolean all = choice == Choice.ONE && NARROWER.contains(variable.name());
            values.put(variable.name(), (all ? Choice.ALL : choice).of(offered, variable));
        }
        return VariableValues.of(values);
    }

    /** A ticket that is about an order and came from a conversation in which something was promised; empty when the shop has none. */
    private String ticket(String shop) throws IOException {
        String of = "shop_id = '" + shop + "'";
        return Result.of(
                        clickHouse,
                        "SELECT ifNull(minOrNull(ticket_id), '') FROM tickets WHERE " + of
                                + " AND isNotNull(order_id) AND conversation_id IN"
                                + " (SELECT conversation_id FROM promises WHERE " + of + ")")
                .first()
                .get(0);
    }

    private static void prefer(String value, List<String> offered) {
        if (offered.remove(value)) {
            offered.add(0, value);
        }
    }

    private static String usual(Variable variable) {
        JsonNode value = variable.json().path("current").path("value");
        return value.isArray() ? value.path(0).asText() : value.asText();
    }

    Result result(Panel panel, Query query, VariableValues values) throws IOException {
        return result(query, values, interval(panel));
    }

    Result result(Query query, VariableValues values, Duration interval) throws IOException {
        return Result.of(clickHouse, text(query, values, interval));
    }

    String text(Query query, VariableValues values, Duration interval) {
        return QueryText.expand(query.rawSql(), values, range, interval);
    }

    /** The width of a bucket: the range over the panel's points, not below the panel's least. */
    Duration interval(Panel panel) {
        int points = panel.json().path("maxDataPoints").asInt(POINTS);
        long seconds = Duration.between(range.from(), range.to()).toSeconds() / points;
        String least = panel.json().path("interval").asText("1s");
        long leastSeconds = Duration.parse("PT" + least.replace(">", "").toUpperCase(Locale.ROOT))
                .toSeconds();
        return Duration.ofSeconds(Math.max(Math.max(seconds, leastSeconds), 1));
    }

    /** The most points that a series can have in the range. */
    long points(Panel panel) {
        return Duration.between(range.from(), range.to()).dividedBy(interval(panel)) + 2;
    }
}
