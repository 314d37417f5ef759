package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.ResponseTimeDerivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.streaming.timeline.ShopKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows as text without their version, and what a batch makes of the same events. */
final class ConversationRows {
    private static final int VERSION_COLUMN = 3;

    private ConversationRows() {}

    static String text(ConversationDay row) {
        Object[] values = new ConversationDayStatement().values(row);
        values[VERSION_COLUMN] = "*";
        return Arrays.deepToString(values);
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
                        text(new ConversationDay(one.shopId(), one.conversationId(), 0, day)));
            }
        });
        return new ArrayList<>(rows.values());
    }
}
