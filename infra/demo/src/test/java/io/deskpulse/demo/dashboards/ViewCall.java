package io.deskpulse.demo.dashboards;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A view of a server, as a query may name it.
 *
 * @param sql with its database, and with arguments where it has parameters
 * @param hasShop one row is of one shop
 * @param isOfNow its rows follow the clock of the server, so that twice asked is twice answered
 */
record ViewCall(String name, String sql, boolean hasShop, boolean isOfNow) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+):(\\w+)");
    private static final Pattern CLOCK = Pattern.compile("\\bnow(64)?\\(");
    private static final Pattern NAME = Pattern.compile("\\bdeskpulse\\.(\\w+)");
    private static final String END = "2026-10-24 13:00:00.000";

    /** All of a database. */
    static List<ViewCall> all(ClickHouseHttp clickHouse, String shop) throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        Result.of(
                        clickHouse,
                        "SELECT name, as_select FROM system.tables WHERE database = 'deskpulse' AND engine = 'View'")
                .rows()
                .forEach(row -> queries.put(row.get(0), row.get(1)));
        Set<String> ofNow = ofNow(queries);
        List<ViewCall> views = new ArrayList<>();
        for (Map.Entry<String, String> query : queries.entrySet()) {
            String name = query.getKey();
            String sql = "deskpulse." + name + arguments(query.getValue(), shop);
            boolean hasShop = Result.of(clickHouse, "DESCRIBE TABLE (SELECT * FROM " + sql + ")")
                    .first()
                    .contains("shop_id");
            views.add(new ViewCall(name, sql, hasShop, ofNow.contains(name)));
        }
        return views;
    }

    /** Those that ask what time it is, and those that read such a one. */
    private static Set<String> ofNow(Map<String, String> queries) {
        Set<String> ofNow = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Map.Entry<String, String> query : queries.entrySet()) {
                boolean reads =
                        NAME.matcher(query.getValue()).results().anyMatch(name -> ofNow.contains(name.group(1)));
                grows |= (reads || CLOCK.matcher(query.getValue()).find()) && ofNow.add(query.getKey());
            }
        }
        return ofNow;
    }

    private static String arguments(String query, String shop) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Matcher parameter = PARAMETER.matcher(query); parameter.find(); ) {
            arguments.put(parameter.group(1), argument(parameter.group(1), parameter.group(2), shop));
        }
        return arguments.isEmpty()
                ? ""
                : arguments.entrySet().stream()
                        .map(argument -> argument.getKey() + " = '" + argument.getValue() + "'")
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String argument(String name, String type, String shop) {
        return switch (type) {
            case "Date" -> name.equals("from_day") ? "2026-10-17" : "2026-10-24";
            case "DateTime64" -> name.equals("from_at") ? "2026-10-17 13:00:00.000" : END;
            case "UInt8" -> name.equals("target_percent") ? "90" : "0";
            default ->
                switch (name) {
                    case "shop" -> shop;
                    case "rule" -> "own";
                    case "at" -> "2026-10-24T13:00:00Z";
                    default -> "";
                };
        };
    }
}
