package io.deskpulse.demo;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.tables.Cells;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers a shop looks at first, per shop, as the public views tell them at an instant of the demo. */
final class Headlines {

    private static final String ROW =
            "%-18s %8s %11s %9s %12s %12s"; // 75 columns: a wrapped line could not be replaced
    private static final int COLUMNS = 8;

    private final ClickHouseHttp clickHouse;

    /** Headlines of the shops of a server, each by its own clock and rule. */
    Headlines(ClickHouseHttp clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * A table, one line each.
     *
     * @throws IOException when ClickHouse does not answer
     */
    List<String> at(Instant present) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, "shop", "waiting", "median wait", "p90 wait", "in time", "in time"));
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

    private static String query(Instant present) {
        return """
                WITH
                    toDateTime64({at}, 3, 'UTC') AS instant,
                    (SELECT days FROM deskpulse.shop_days_at(at = toDateTime64({at}, 3, 'UTC'))) AS days,
                    shop -> transform(shop, days.shops, days.days, days.other) - 1 AS yesterday_of
                SELECT
                    shop_id, if(is_open, toString(waiting), 'closed'), wait_p50_ms, wait_p90_ms,
                    good, asked, rounds_in_time, rounds
                FROM deskpulse.shop_status_at(at = toDateTime64({at}, 3, 'UTC')) AS status
                LEFT JOIN
                (
                    SELECT shop_id, countIf(good) AS good, count() AS asked
                    FROM deskpulse.scored_questions_of(rule = 'own')
                    WHERE day BETWEEN toDate(instant) - 2 AND toDate(instant) AND day = yesterday_of(shop_id)
                    GROUP BY shop_id
                ) AS yesterday USING (shop_id)
                ORDER BY shop_id
                """.replace("{at}", Long.toString(present.getEpochSecond()));
    }
}
