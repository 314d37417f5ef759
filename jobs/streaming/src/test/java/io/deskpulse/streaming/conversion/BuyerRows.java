package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerDayFacts;
import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.OrderFacts;
import io.deskpulse.metrics.conversion.TroubleFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.facts.ShopKey;
import io.deskpulse.streaming.facts.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows as text without their version, and what a batch makes of the same events. */
final class BuyerRows {
    private BuyerRows() {}

    static BuyerFamily family(Retention retention) {
        return new BuyerFamily(retention, 2, "Asia/Shanghai", Map.of());
    }

    static FactTable<FactRow<BuyerFacts>> table(BuyerFacts facts) {
        if (facts instanceof OrderFacts) {
            return OrderTable.TABLE;
        }
        return facts instanceof TroubleFacts ? OrderTroubleTable.TABLE : BuyerDayTable.TABLE;
    }

    static String key(FactRow<BuyerFacts> row) {
        if (row.facts() instanceof OrderFacts order) {
            return "order " + row.shopId() + " " + order.orderId() + " " + row.id();
        }
        return row.facts() instanceof TroubleFacts trouble
                ? "trouble " + row.shopId() + " " + trouble.orderId() + " " + trouble.troubleId() + " " + row.id()
                : "day " + row.shopId() + " " + ((BuyerDayFacts) row.facts()).epochDay() + " " + row.id();
    }

    static String text(FactRow<BuyerFacts> row) {
        return StoredRow.text(table(row.facts()), row);
    }

    static List<String> batch(List<BuyerEvent> events, Retention retention) {
        Map<String, List<BuyerEvent>> byKey = events.stream()
                .filter(event -> event.kind().isRelevant())
                .collect(Collectors.groupingBy(event -> ShopKey.of(event.shopId(), event.buyerId())));
        TreeMap<String, String> rows = new TreeMap<>();
        byKey.forEach((key, ofKey) -> {
            for (BuyerFacts facts : family(retention).derivation().derive(ofKey, retention)) {
                FactRow<BuyerFacts> row = family(retention).row(key, 0, facts);
                rows.put(key(row), text(row));
            }
        });
        return new ArrayList<>(rows.values());
    }
}
