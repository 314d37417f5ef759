package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.ResponseTimeDerivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.ShopKey;
import io.deskpulse.streaming.facts.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows as text without their version, and what a batch makes of the same events. */
final class ConversationRows {
    private ConversationRows() {}

    static String text(FactRow<DayFacts> row) {
        return StoredRow.text(ConversationDayTable.TABLE, row);
    }

    static List<String> batch(List<ConversationEvent> events, Retention retention) {
        Map<String, List<ConversationEvent>> byKey = events.stream()
                .collect(Collectors.groupingBy(event -> ShopKey.of(event.shopId(), event.conversationId())));
        ResponseTimeDerivation derivation = new ResponseTimeDerivation(ShopZones.of("Asia/Shanghai", Map.of()));
        TreeMap<String, String> rows = new TreeMap<>();
        byKey.forEach((key, ofKey) -> {
            ConversationEvent one = ofKey.get(0);
            for (DayFacts day : derivation.derive(ofKey, retention)) {
                rows.put(
                        one.shopId() + "/" + day.epochDay() + "/" + one.conversationId(),
                        text(new FactRow<>(one.shopId(), one.conversationId(), 0, day)));
            }
        });
        return new ArrayList<>(rows.values());
    }
}
