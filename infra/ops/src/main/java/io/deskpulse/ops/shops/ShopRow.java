package io.deskpulse.ops.shops;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.streaming.shops.ShopProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of the table {@code shop_settings}, as text.
 *
 * @param shop empty for what holds of all others
 * @param values of {@link #COLUMNS}, as {@code toString} of them is written
 */
record ShopRow(String shop, List<String> values) {
    /** Columns beside the key and what orders the rows. */
    static final List<String> COLUMNS = List.of(
            "name",
            "platform",
            "zone",
            "currency",
            "minor_digits",
            "language",
            "rule",
            "target_percent",
            "hours",
            "agent_groups",
            "workbench",
            "handling_cost_per_hour");

    /** What a reader of rows selects. */
    static final String SELECTED = "shop_id, "
            + COLUMNS.stream().map(column -> "toString(" + column + ")").collect(Collectors.joining(", "));

    private static final int ZONE = COLUMNS.indexOf("zone");
    private static final List<String> WITHOUT_QUOTES =
            List.of("minor_digits", "target_percent", "hours", "agent_groups", "handling_cost_per_hour");

    /** Copies the list. */
    ShopRow {
        values = List.copyOf(values);
    }

    static ShopRow of(ShopProfile shop) {
        return new ShopRow(
                shop.id(),
                List.of(
                        shop.name(),
                        shop.platform(),
                        ClickHouseZone.nameOf(shop.zone()),
                        shop.money().code(),
                        Integer.toString(shop.money().minorDigits()),
                        shop.language(),
                        shop.judgement().rule(),
                        Integer.toString(shop.judgement().targetPercent()),
                        HoursText.literal(shop.hours()),
                        groups(shop),
                        shop.workbench(),
                        Long.toString(shop.handlingCostPerHour())));
    }

    static ShopRow read(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            values.add(row.getString(i + 2));
        }
        return new ShopRow(row.getString(1), values);
    }

    String zone() {
        return values.get(ZONE);
    }

    /** The names of the columns in which two rows differ. */
    List<String> differences(ShopRow other) {
        return IntStream.range(0, COLUMNS.size())
                .filter(i -> !values.get(i).equals(other.values.get(i)))
                .mapToObj(COLUMNS::get)
                .toList();
    }

    String value(String column) {
        return values.get(COLUMNS.indexOf(column));
    }

    /** The row between parentheses, for an INSERT of the shop, version, whether it is removed, and the other columns. */
    String literal(long version, boolean removed) {
        String rest = COLUMNS.stream()
                .map(column -> WITHOUT_QUOTES.contains(column) ? value(column) : ClickHouseHttp.literal(value(column)))
                .collect(Collectors.joining(", "));
        return "(" + ClickHouseHttp.literal(shop) + ", " + version + ", " + (removed ? 1 : 0) + ", " + rest + ")";
    }

    private static String groups(ShopProfile shop) {
        return shop.agentGroups().entrySet().stream()
                .map(group -> ClickHouseHttp.literal(group.getKey()) + ":"
                        + group.getValue().stream()
                                .map(ClickHouseHttp::literal)
                                .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
