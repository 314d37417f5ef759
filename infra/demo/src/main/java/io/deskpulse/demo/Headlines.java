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

    /** Asks for just what is shown: most of such a question is its planning, and view shop_status_at has more parts. */
    private static String query(Instant present) {
        return """
                WITH
                    toDateTime64({at}, 3, 'UTC') AS instant,
                    (
                        SELECT (groupArray(shop_id), groupArray(day), groupArray(is_open))
                        FROM deskpulse.shop_clocks_at(at = toDateTime64({at}, 3, 'UTC'))
                    ) AS clocks,
                    transform(shop_id, clocks.1, clocks.2, clocks.2[indexOf(clocks.1, '')]) AS today,
                    transform(shop_id, clocks.1, clocks.3, clocks.3[indexOf(clocks.1, '')]) AS is_open
                SELECT
                    shop_id, if(is_open, toString(sum(waiting)), 'closed'), max(wait_p50_ms), max(wait_p90_ms),
                    sumIf(good, part.day = today - 1), sumIf(asked, part.day = today - 1),
                    sumIf(good, part.day = today), sumIf(asked, part.day = today)
                FROM
                (
                    SELECT
                        shop_id, NULL::Nullable(Date) AS day, count(owed_ms) AS waiting,
                        NULL::Nullable(Float64) AS wait_p50_ms, NULL::Nullable(Float64) AS wait_p90_ms,
                        0 AS good, 0 AS asked
                    FROM deskpulse.open_waits_at(at = toDateTime64({at}, 3, 'UTC'))
                    GROUP BY shop_id

                    UNION ALL

                    SELECT
                        shop_id, NULL, 0,
                        quantileExactInclusive(0.5)(assumeNotNull(wait_ms)),
                        quantileExactInclusive(0.9)(assumeNotNull(wait_ms)), 0, 0
                    FROM deskpulse.waits
                    WHERE day BETWEEN toDate(instant) - 2 AND toDate(instant) + 1
                        AND answered_at BETWEEN instant - toIntervalHour(1) AND instant
                    GROUP BY shop_id

                    UNION ALL

                    SELECT shop_id, day, 0, NULL, NULL, countIf(good), count()
                    FROM deskpulse.scored_questions_of(rule = 'own')
                    WHERE day BETWEEN toDate(instant) - 2 AND toDate(instant) + 1 AND asked_at <= instant
                    GROUP BY shop_id, day
                ) AS part
                GROUP BY shop_id, today, is_open
                ORDER BY shop_id
                """.replace("{at}", Long.toString(present.getEpochSecond()));
    }
}
