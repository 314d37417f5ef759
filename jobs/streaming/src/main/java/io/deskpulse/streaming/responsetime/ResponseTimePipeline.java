package io.deskpulse.streaming.responsetime;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.streaming.codec.KeyTypeInfo;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.LocatedCodec;
import io.deskpulse.streaming.timeline.TimelineOperator;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Conversation events in, conversation days out.
 *
 * @param family retention and calendars of conversations
 * @param flushInterval rows leave about this often, rarer while the job is behind
 */
public record ResponseTimePipeline(ConversationFamily family, Duration flushInterval) {

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
        OutputTag<Located<ConversationEvent>> tooLate =
                new OutputTag<>("late-conversation-events", LocatedCodec.type(family));
        SingleOutputStreamOperator<FactRow<DayFacts>> days = events.keyBy(Located.byKey(family), KeyTypeInfo.INSTANCE)
                .transform(
                        "Conversation days",
                        ConversationDayTable.ROWS.type(),
                        new TimelineOperator<>(family, tooLate, flushInterval.toMillis()))
                .uid("conversation-days");
        return new Outputs(days, days.getSideOutput(tooLate));
    }
}
