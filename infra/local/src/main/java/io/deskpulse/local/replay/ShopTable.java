package io.deskpulse.local.replay;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The headline numbers: how many conversations and rounds, how long buyers waited, how many rounds were answered within three minutes;
 * per shop for the shops with most rounds, and over all.
 */
public final class ShopTable {
    /** Shops with a line of their own. */
    private static final int SHOPS = 20;

    private static final String ROW = "%-24s %13s %9s %9s %13s %13s %22s%n";

    private final ClickHouseHttp clickHouse;

    public ShopTable(ClickHouseHttp clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** The table as text, with a line end after each line. */
    public String text() throws IOException {
        List<String[]> shops = rows(query("shop_id"));
        StringBuilder text = new StringBuilder(String.format(
                ROW, "shop", "conversations", "rounds", "waits", "median wait", "p90 wait", "within 3 min (tb)"));
        shops.stream().limit(SHOPS).forEach(shop -> text.append(line(shop[0], shop)));
        if (shops.size() > SHOPS) {
            text.append(String.format("… and %d more shops%n", shops.size() - SHOPS));
        }
        for (String[] total : rows(query("''"))) {
            text.append(line("all " + shops.size() + " shops", total));
        }
        return text.toString();
    }

    private List<String[]> rows(String sql) throws IOException {
        List<String[]> rows = new ArrayList<>();
        Arrays.stream(clickHouse.query(sql).split("\n"))
                .filter(row -> !row.isEmpty())
                .forEach(row -> rows.add(row.split("\t", -1)));
        return rows;
    }

    private static String line(String name, String[] row) {
        String rate = row[7].equals("0")
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%s of %s, %5.1f %%",
                        row[6],
                        row[7],
                        100 * Double.parseDouble(row[6]) / Double.parseDouble(row[7]));
        return String.format(
                ROW,
                name.length() > 24 ? name.substring(0, 23) + "…" : name,
                row[1],
                row[2],
                row[3],
                wait(row[4]),
                wait(row[5]),
                rate);
    }

    /** Milliseconds as seconds, as the metric's reference does; a dash when nothing was answered. */
    private static String wait(String millis) {
        double value = millis.equals("\\N") || millis.equals("nan") ? Double.NaN : Double.parseDouble(millis);
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.1f s", value / 1000);
    }

    /** One row for each value of {@code key}: counts, wait quantiles over answered waits in ms, and the 3-minute rate. */
    private static String query(String key) {
        return ("SELECT k, sum(conversations), sum(rounds), sum(waits), max(median_ms), max(p90_ms), sum(good), sum(scored) FROM ("
                        + "SELECT {k} AS k, uniqExact(shop_id, conversation_id) AS conversations, 0 AS rounds, 0 AS waits,"
                        + " NULL AS median_ms, NULL AS p90_ms, 0 AS good, 0 AS scored FROM deskpulse.conversations GROUP BY k"
                        + " UNION ALL SELECT {k} AS k, 0, count(), 0, NULL, NULL, 0, 0 FROM deskpulse.rounds GROUP BY k"
                        + " UNION ALL SELECT {k} AS k, 0, 0, count(),"
                        + " quantileExactInclusiveOrNull(0.5)(wait_ms), quantileExactInclusiveOrNull(0.9)(wait_ms), 0, 0"
                        + " FROM deskpulse.waits GROUP BY k"
                        + " UNION ALL SELECT {k} AS k, 0, 0, 0, NULL, NULL, sum(numerator), sum(denominator)"
                        + " FROM deskpulse.scores WHERE rule_id = 'tb.resp3m' GROUP BY k"
                        + ") GROUP BY k ORDER BY sum(rounds) DESC, k")
                .replace("{k}", key);
    }
}
