package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationState;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.TimelineHarness;
import java.util.Map;
import org.apache.flink.runtime.state.StateBackend;

/** The conversation-days operator on its own. */
final class ConversationDaysHarness
        extends TimelineHarness<ConversationEvent, ConversationState, DayFacts, ConversationDay> {

    ConversationDaysHarness(Retention retention, StateBackend backend) throws Exception {
        super(
                new Subject<>(
                        new ResponseTimeLogic(retention, "Asia/Shanghai", Map.of()),
                        new ConversationEventCodec(),
                        new ConversationDayCodec(),
                        located -> ConversationKey.of(located.event()),
                        row -> row.shopId() + "/" + row.facts().epochDay() + "/" + row.conversationId(),
                        ConversationDay::version,
                        ConversationRows::text),
                backend);
    }
}
