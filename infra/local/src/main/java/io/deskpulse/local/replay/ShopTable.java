package io.deskpulse.local.replay;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.tables.Cells;
import io.deskpulse.ops.tables.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The headline numbers of a replay: a table each of conversations, orders and tickets, as far as there are any; per shop for the
 * shops with most of them, and over all shops when there are several.
 */
public final class ShopTable {
    /** Shops with a line of their own. */
    private static final int SHOPS = 20;

    private static final int NAME_COLUMNS = 24;

    private final ClickHouseHttp clickHouse;

    /** The numbers of a server's views. */
    public ShopTable(ClickHouseHttp clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * The tables as text, with a line end after each line and an empty line between two.
     *
     * @throws IOException when ClickHouse does not answer
     */
    public String text() throws IOException {
        List<String> tables = new ArrayList<>();
        for (ShopNumbers numbers : ShopNumbers.values()) {
            List<List<String>> shops = rows(numbers.sql("shop_id"));
            if (!shops.isEmpty()) {
                tables.add(table(numbers, shops, shops.size() == 1 ? List.of() : rows(numbers.sql("''"))));
            }
        }
        return tables.isEmpty() ? "No conversations, orders or tickets.\n" : String.join("\n", tables);
    }

    /**
     * One table.
     *
     * @param shops answers of ClickHouse, one for each shop
     * @param total its answers over all shops: one or none
     */
    static String table(ShopNumbers numbers, List<List<String>> shops, List<List<String>> total) {
        List<List<String>> lines = new ArrayList<>();
        shops.stream()
                .limit(SHOPS)
                .forEach(shop -> lines.add(line(Cells.name(shop.get(0), NAME_COLUMNS), numbers.cells(shop))));
        if (shops.size() > SHOPS) {
            List<String> nothing =
                    numbers.cells(shops.get(0)).stream().map(cell -> "").toList();
            lines.add(line("… and " + Cells.count(shops.size() - SHOPS) + " more shops", nothing));
        }
        total.forEach(all -> lines.add(line("all " + Cells.count(shops.size()) + " shops", numbers.cells(all))));
        return new Table(line("shop", numbers.columns()), lines).text();
    }

    private List<List<String>> rows(String sql) throws IOException {
        return clickHouse
                .query(sql)
                .lines()
                .map(row -> List.of(row.split("\t", -1)))
                .toList();
    }

    private static List<String> line(String name, List<String> cells) {
        List<String> line = new ArrayList<>(List.of(name));
        line.addAll(cells);
        return line;
    }
}
