package io.deskpulse.digest.reading;

import io.deskpulse.digest.content.DigestItem.Asked;
import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the cases of a period say of their items: words of buyers, severities, who had asked before. */
final class CaseRows {
    private static final int QUOTES = 3;
    private static final int LONGEST_QUOTE = 160;

    private final ClickHouseSql clickHouse;
    private final DigestQuestion asked;

    CaseRows(ClickHouseSql clickHouse, DigestQuestion asked) {
        this.clickHouse = clickHouse;
        this.asked = asked;
    }

    /** The latest, redacted once more: a release that redacts better shall not show what one before it let through. */
    Map<ItemKey, List<String>> quotes() {
        Map<ItemKey, List<String>> quotes = new HashMap<>();
        clickHouse.query(
                """
                SELECT sku_id, attribute, quote
                FROM deskpulse.defect_cases
                WHERE shop_id = ? AND day >= toDate(?) AND day < toDate(?) AND isNotNull(quote)
                ORDER BY first_at DESC, about
                LIMIT 1 BY sku_id, attribute, quote
                """,
                row -> {
                    List<String> some = quotes.computeIfAbsent(
                            new ItemKey(row.getString(1), row.getString(2)), key -> new ArrayList<>());
                    return some.size() < QUOTES && some.add(shortened(TextRedaction.redact(row.getString(3))));
                },
                asked.shop(),
                asked.period().from().toString(),
                asked.period().to().toString());
        return quotes;
    }

    private static String shortened(String quote) {
        String line = quote.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    Map<ItemKey, String> severities() {
        Map<ItemKey, String> severities = new HashMap<>();
        clickHouse.query(
                """
                SELECT sku_id, attribute, argMax(severity, first_at)
                FROM deskpulse.defect_cases
                WHERE shop_id = ? AND day < toDate(?) AND isNotNull(severity)
                GROUP BY sku_id, attribute
                """,
                row -> severities.put(
                        new ItemKey(row.getString(1), row.getString(2)), TextRedaction.redact(row.getString(3))),
                asked.shop(),
                asked.period().to().toString());
        return severities;
    }

    /** Buyers whom an account had served before they paid, among those with a case and among all the product went to. */
    Map<ItemKey, Asked> asking() {
        Map<ItemKey, Asked> asking = new HashMap<>();
        clickHouse.query(
                """
                SELECT cases.sku_id, cases.attribute, cases.orders, cases.asked, sold.orders, sold.asked
                FROM
                (
                    SELECT sku_id, attribute, count() AS orders, countIf(asked) AS asked
                    FROM (SELECT sku_id, attribute, order_id FROM deskpulse.defect_cases
                        WHERE shop_id = ? AND day >= toDate(?) AND day < toDate(?) AND isNotNull(order_id)) AS told
                    INNER JOIN (SELECT order_id, max(first_guide != '') AS asked FROM deskpulse.order_facts FINAL
                        WHERE shop_id = ? AND isNotNull(paid_at) GROUP BY order_id) AS paid
                        ON told.order_id = paid.order_id
                    GROUP BY sku_id, attribute
                ) AS cases
                LEFT JOIN
                (
                    SELECT sku_id, count() AS orders, countIf(asked) AS asked
                    FROM (SELECT sku_id, order_id FROM deskpulse.signed_lines
                        WHERE shop_id = ? AND day >= toDate(?) AND day < toDate(?)) AS delivered
                    INNER JOIN (SELECT order_id, max(first_guide != '') AS asked FROM deskpulse.order_facts FINAL
                        WHERE shop_id = ? AND isNotNull(paid_at) GROUP BY order_id) AS paid
                        ON delivered.order_id = paid.order_id
                    GROUP BY sku_id
                ) AS sold ON cases.sku_id = sold.sku_id
                """,
                row -> asking.put(
                        new ItemKey(row.getString(1), row.getString(2)),
                        new Asked(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))),
                asked.shop(),
                asked.period().from().toString(),
                asked.period().to().toString(),
                asked.shop(),
                asked.shop(),
                asked.period().from().toString(),
                asked.period().to().toString(),
                asked.shop());
        return asking;
    }
}
