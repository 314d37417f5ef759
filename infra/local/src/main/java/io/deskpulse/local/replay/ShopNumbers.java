package io.deskpulse.local.replay;

import io.deskpulse.ops.tables.Cells;
import java.util.List;

/** Which numbers of a shop are told when a replay ends: how they are asked for and how they look. */
enum ShopNumbers {
    /** How many, how long buyers waited for a person, and how many rounds were answered within three minutes. */
    CONVERSATIONS(List.of("conversations>", "rounds>", "waits>", "median wait>", "p90 wait>", "within 3 min (tb)>")) {
        @Override
        String sql(String key) {
            return ("SELECT k, sum(conversations), sum(rounds), sum(waits), max(median_ms), max(p90_ms), sum(good), sum(scored) FROM ("
                            + "SELECT {k} AS k, uniqExact(shop_id, conversation_id) AS conversations, 0 AS rounds, 0 AS waits,"
                            + " NULL AS median_ms, NULL AS p90_ms, 0 AS good, 0 AS scored FROM deskpulse.conversations GROUP BY k"
                            + " UNION ALL SELECT {k} AS k, 0, count(), 0, NULL, NULL, 0, 0 FROM deskpulse.rounds GROUP BY k"
                            + " UNION ALL SELECT {k} AS k, 0, 0, count(),"
                            + " quantileExactInclusiveOrNull(0.5)(wait_ms), quantileExactInclusiveOrNull(0.9)(wait_ms), 0, 0"
                            + " FROM deskpulse.waits GROUP BY k"
                            + " UNION ALL SELECT {k} AS k, 0, 0, 0, NULL, NULL, sum(numerator), sum(denominator)"
                            + " FROM deskpulse.chat_scores WHERE rule_id = 'tb.resp3m' GROUP BY k"
                            + ") GROUP BY k ORDER BY sum(rounds) DESC, k")
                    .replace("{k}", key);
        }

        @Override
        List<String> cells(List<String> row) {
            return List.of(
                    count(row, 1),
                    count(row, 2),
                    count(row, 3),
                    Cells.duration(millis(row.get(4))),
                    Cells.duration(millis(row.get(5))),
                    Cells.share(number(row, 6), number(row, 7)));
        }
    },

    /**
     * How many were paid, what is left of the money after refunds, and of how many something is told that cannot be; no sum over several
     * currencies.
     */
    ORDERS(List.of("orders>", "paid>", "currency", "paid for>", "refunded>", "net>", "with anomalies>")) {
        @Override
        String sql(String key) {
            return ("SELECT {k} AS k, count(), countIf(isNotNull(paid_at)), sumIf(paid_fen, isNotNull(paid_at)),"
                            + " sumIf(refunded_fen, isNotNull(paid_at)), sumIf(net_fen, isNotNull(paid_at)),"
                            + " if(uniqExact(currency) = 1, any(currency), ''), any(minor_digits), countIf(notEmpty(anomalies))"
                            + " FROM deskpulse.orders GROUP BY k ORDER BY count() DESC, k")
                    .replace("{k}", key);
        }

        @Override
        List<String> cells(List<String> row) {
            return List.of(
                    count(row, 1),
                    Cells.share(number(row, 2), number(row, 1)),
                    row.get(6).isEmpty() ? "several" : row.get(6),
                    money(row, 3),
                    money(row, 4),
                    money(row, 5),
                    count(row, 8));
        }
    },

    /** How many are resolved, came back, or are open at the end of the files. */
    TICKETS(List.of("tickets>", "resolved>", "reopened>", "open>")) {
        @Override
        String sql(String key) {
            return ("SELECT {k} AS k, count(), countIf(resolved), countIf(reopens > 0), countIf(isNull(ended_at))"
                            + " FROM deskpulse.tickets WHERE status != 'MERGED' GROUP BY k ORDER BY count() DESC, k")
                    .replace("{k}", key);
        }

        @Override
        List<String> cells(List<String> row) {
            return List.of(count(row, 1), Cells.share(number(row, 2), number(row, 1)), count(row, 3), count(row, 4));
        }
    };

    private final List<String> columns;

    ShopNumbers(List<String> columns) {
        this.columns = columns;
    }

    /** Names of the columns beside the shop's, all aligned to the right. */
    List<String> columns() {
        return columns;
    }

    /** A query with one row for each value of {@code key}, which comes first, the largest before the others. */
    abstract String sql(String key);

    /** What a row of the query looks like, without its key. */
    abstract List<String> cells(List<String> row);

    private static long number(List<String> row, int column) {
        return Long.parseLong(row.get(column));
    }

    private static String money(List<String> row, int column) {
        return row.get(6).isEmpty() ? "-" : Cells.money(number(row, column), (int) number(row, 7));
    }

    private static String count(List<String> row, int column) {
        return Cells.count(number(row, column));
    }

    private static Double millis(String value) {
        return value.equals("\\N") || value.equals("nan") ? null : Double.valueOf(value);
    }
}
