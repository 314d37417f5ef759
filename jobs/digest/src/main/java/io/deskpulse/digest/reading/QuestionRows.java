package io.deskpulse.digest.reading;

import io.deskpulse.digest.content.DigestItem.Questions;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.util.HashMap;
import java.util.Map;

/** What buyers asked about before the sale, and sent back for it after. */
final class QuestionRows {
    /** A day or a week has too few who asked about one thing of one product. */
    private static final int DAYS = 28;

    private final ClickHouseSql clickHouse;
    private final DigestQuestion asked;

    QuestionRows(ClickHouseSql clickHouse, DigestQuestion asked) {
        this.clickHouse = clickHouse;
        this.asked = asked;
    }

    /** Items that somebody had asked about, by lines delivered in the days up to the end of the period. */
    Map<ItemKey, Questions> read() {
        Map<String, Long> lines = lines();
        Map<ItemKey, Questions> questions = new HashMap<>();
        clickHouse.query(
                """
                SELECT sku_id, attribute, sum(asked) AS all_asked, sum(asked_returned), sum(returned)
                FROM deskpulse.asked_and_returned_between(from_day = '%s', to_day = '%s')
                WHERE shop_id = ?
                GROUP BY sku_id, attribute
                HAVING all_asked > 0
                """.formatted(from(), asked.period().to().minusDays(1)),
                row -> {
                    String sku = row.getString(1);
                    long those = row.getLong(3);
                    long returned = row.getLong(4);
                    return questions.put(
                            new ItemKey(sku, row.getString(2)),
                            Questions.of(
                                    DAYS,
                                    those,
                                    returned,
                                    lines.getOrDefault(sku, those) - those,
                                    row.getLong(5) - returned));
                },
                asked.shop());
        return questions;
    }

    /** Lines delivered whose order is known to be paid, as only of these it is known when they were bought. */
    private Map<String, Long> lines() {
        Map<String, Long> lines = new HashMap<>();
        clickHouse.query(
                """
                SELECT sku_id, count()
                FROM deskpulse.signed_lines
                WHERE shop_id = ? AND day >= toDate(?) AND day < toDate(?)
                    AND order_id IN (SELECT order_id FROM deskpulse.order_facts FINAL WHERE shop_id = ? AND isNotNull(paid_at))
                GROUP BY sku_id
                """, row -> lines.put(row.getString(1), row.getLong(2)), asked.shop(), from(), to(), asked.shop());
        return lines;
    }

    private String from() {
        return asked.period().to().minusDays(DAYS).toString();
    }

    private String to() {
        return asked.period().to().toString();
    }
}
