package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.ShopKey;
import io.deskpulse.streaming.timeline.TimelineOperator;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Conversation events in, conversation days out.
 *
 * @param logic retention and calendars
 * @param flushInterval rows of a conversation leave at most this often
 */
public record ResponseTimePipeline(ResponseTimeLogic logic, Duration flushInterval) {

    /**
     * What leaves the pipeline.
     *
     * @param conversationDays rows, the highest version of a key being the true one
     * @param tooLate events of conversations that may have been forgotten
     */
    public record Outputs(
            DataStream<FactRow<DayFacts>> conversationDays, DataStream<Located<ConversationEvent>> tooLate) {}

    /** Wires the operators; reads from top to bottom as the data flow. */
    public Outputs apply(DataStream<Located<ConversationEvent>> events) {
        CodecTypeInfo<Located<ConversationEvent>> eventType =
                CodecTypeInfo.of(Located.class, new ConversationEventCodec());
        OutputTag<Located<ConversationEvent>> tooLate = new OutputTag<>("late-conversation-events", eventType);
        SingleOutputStreamOperator<FactRow<DayFacts>> days = events.keyBy(
                        located -> ShopKey.of(
                                located.event().shopId(), located.event().conversationId()),
                        Types.STRING)
                .transform(
                        "Conversation days",
                        ConversationDayTable.ROWS.type(),
                        new TimelineOperator<>(logic, tooLate, flushInterval.toMillis()))
                .uid("conversation-days");
        return new Outputs(days, days.getSideOutput(tooLate));
    }
}
