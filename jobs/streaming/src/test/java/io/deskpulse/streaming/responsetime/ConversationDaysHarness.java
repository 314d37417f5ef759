package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.timeline.TimelineHarness;
import io.deskpulse.streaming.timeline.TimelineHarness.Subject;
import java.util.Map;
import org.apache.flink.runtime.state.StateBackend;

/** The timeline shell with response times in it. */
final class ConversationDaysHarness {
    private ConversationDaysHarness() {}

    static TimelineHarness<ConversationEvent, DayFacts> start(Retention retention, StateBackend backend)
            throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        new ConversationFamily(retention, "Asia/Shanghai", Map.of()),
                        ConversationDayTable.ROWS,
                        row -> row.shopId() + "/" + row.facts().epochDay() + "/" + row.id(),
                        FactRow::version,
                        ConversationRows::text),
                backend);
    }
}
