package io.deskpulse.streaming.agents;

import io.deskpulse.metrics.presence.AgentEvent;
import io.deskpulse.metrics.presence.AgentInterval;
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
 * Events of accounts in, their presence and shifts out.
 *
 * @param family retention and calendars of accounts
 * @param flushInterval rows leave about this often, rarer while the job is behind
 */
public record AgentTimePipeline(AgentFamily family, Duration flushInterval) {

    /**
     * What leaves the pipeline.
     *
     * @param intervals rows, the highest version of a key being the true one
     * @param tooLate events of accounts that may have been forgotten
     */
    public record Outputs(DataStream<FactRow<AgentInterval>> intervals, DataStream<Located<AgentEvent>> tooLate) {}

    /** Wires the operators; reads from top to bottom as the data flow. */
    public Outputs apply(DataStream<Located<AgentEvent>> events) {
        OutputTag<Located<AgentEvent>> tooLate = new OutputTag<>("late-agent-events", LocatedCodec.type(family));
        SingleOutputStreamOperator<FactRow<AgentInterval>> intervals = events.keyBy(
                        Located.byKey(family), KeyTypeInfo.INSTANCE)
                .transform(
                        "Presence and shifts of each account",
                        AgentIntervalTable.ROWS.type(),
                        new TimelineOperator<>(family, tooLate, flushInterval.toMillis()))
                .uid("agent-intervals");
        return new Outputs(intervals, intervals.getSideOutput(tooLate));
    }
}
