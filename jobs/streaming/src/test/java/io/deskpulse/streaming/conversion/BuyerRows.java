package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerDayFacts;
import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.OrderFacts;
import io.deskpulse.metrics.conversion.TroubleFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.sinks.RowStatement;
import io.deskpulse.streaming.timeline.ShopKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows as text without their version, and what a batch makes of the same events. */
final class BuyerRows {
    private BuyerRows() {}

    static ConversionLogic logic(Retention retention) {
        return new ConversionLogic(retention, 2, "Asia/Shanghai", Map.of());
    }

    static RowStatement<BuyerRow> statement(BuyerFacts facts) {
        if (facts instanceof OrderFacts) {
            return new OrderStatement();
        }
        return facts instanceof TroubleFacts ? new TroubleStatement() : new BuyerDayStatement();
    }

    static String key(BuyerRow row) {
        if (row.facts() instanceof OrderFacts order) {
            return "order " + row.shopId() + " " + order.orderId() + " " + row.buyerId();
        }
        return row.facts() instanceof TroubleFacts trouble
                ? "trouble " + row.shopId() + " " + trouble.orderId() + " " + trouble.troubleId() + " " + row.buyerId()
                : "day " + row.shopId() + " " + ((BuyerDayFacts) row.facts()).epochDay() + " " + row.buyerId();
    }

    static String text(BuyerRow row) {
        Object[] values = statement(row.facts()).values(row);
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    values[i] instanceof Long version && version == row.facts().version() && isVersion(row, i)
                            ? "*"
                            : values[i];
        }
        return Arrays.deepToString(values);
    }

    private static boolean isVersion(BuyerRow row, int column) {
        return column == (row.facts() instanceof TroubleFacts ? 4 : 3);
    }

    static List<String> batch(List<BuyerEvent> events, Retention retention) {
        Map<String, List<BuyerEvent>> byKey = events.stream()
                .filter(event -> event.kind().isRelevant())
                .collect(Collectors.groupingBy(event -> ShopKey.of(event.shopId(), event.buyerId())));
        TreeMap<String, String> rows = new TreeMap<>();
        byKey.forEach((key, ofKey) -> {
            for (BuyerFacts facts : logic(retention).derivation().derive(ofKey, retention)) {
                BuyerRow row = logic(retention).row(key, 0, facts);
                rows.put(key(row), text(row));
            }
        });
        return new ArrayList<>(rows.values());
    }
}
