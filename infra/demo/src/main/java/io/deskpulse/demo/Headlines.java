package io.deskpulse.demo;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.tables.Cells;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers a shop looks at first, per shop, as the public views tell them at an instant of the demo. */
final class Headlines {

    private static final String ROW =
            "%-18s %8s %11s %9s %12s %12s"; // 75 columns: a wrapped line could not be replaced
    private static final int COLUMNS = 8;

    private final ClickHouseHttp clickHouse;
    private final ZoneId zone;

    /** Headlines of the shops whose days are those of the zone. */
    Headlines(ClickHouseHttp clickHouse, ZoneId zone) {
        this.clickHouse = clickHouse;
        this.zone = zone;
    }

    /**
     * A table, one line each.
     *
     * @throws IOException when ClickHouse does not answer
     */
    List<String> at(Instant present) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, "shop", "waiting", "median wait", "p90 wait", "within 3 min", "within 3 min"));
        lines.add(String.format(ROW, "", "now", "last hour", "last hour", "yesterday", "today"));
        for (String row : clickHouse.query(query(present)).split("\n")) {
            String[] columns = row.split("\t", -1);
            if (columns.length == COLUMNS) {
                lines.add(line(columns));
            }
        }
        return lines;
    }

    private static String line(String[] columns) {
        return String.format(
                ROW,
                columns[0],
                columns[1],
                wait(columns[2]),
                wait(columns[3]),
                rate(columns[4], columns[5]),
                rate(columns[6], columns[7]));
    }

    private static String wait(String millis) {
        return Cells.duration(millis.equals("\\N") ? null : Double.valueOf(millis));
    }

    private static String rate(String numerator, String denominator) {
        double rounds = Double.parseDouble(denominator);
        return rounds == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * Double.parseDouble(numerator) / rounds);
    }

    /** Whoever still waits came today or yesterday: the demo's buyers do not wait longer than a night. */
    private String query(Instant present) {
        LocalDate today = present.atZone(zone).toLocalDate();
        return """
                SELECT shop_id, sum(waiting), max(median_ms), max(p90_ms), sum(good_1), sum(all_1), sum(good_0), sum(all_0)
                FROM
                (
                    SELECT shop_id,
                        countIf(isNull(answered_at) AND NOT closed) AS waiting,
                        quantileExactInclusiveOrNullIf(0.5)(wait_ms, {recent}) AS median_ms,
                        quantileExactInclusiveOrNullIf(0.9)(wait_ms, {recent}) AS p90_ms,
                        0 AS good_1, 0 AS all_1, 0 AS good_0, 0 AS all_0
                    FROM deskpulse.waits
                    WHERE day >= toDate('{today}') - 1
                    GROUP BY shop_id
                    UNION ALL
                    SELECT shop_id, 0, NULL, NULL,
                        sumIf(numerator, day < '{today}'), sumIf(denominator, day < '{today}'),
                        sumIf(numerator, day = '{today}'), sumIf(denominator, day = '{today}')
                    FROM deskpulse.scores
                    WHERE rule_id = 'tb.resp3m' AND day >= toDate('{today}') - 1
                    GROUP BY shop_id
                )
                GROUP BY shop_id
                ORDER BY shop_id
                """.replace("{recent}", "isNotNull(wait_ms) AND opened_at > fromUnixTimestamp64Milli({from})")
                .replace("{from}", Long.toString(present.minusSeconds(3_600).toEpochMilli()))
                .replace("{today}", today.toString());
    }
}
