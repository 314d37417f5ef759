package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.CallPromiseFacts;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
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
 * Ticket events in, tickets out; calls and promises in, one row per conversation out. The two do not meet before SQL.
 *
 * @param ticketFamily retention, calendars and policies of tickets
 * @param callPromiseFamily retention and calendars of calls and promises
 * @param flushInterval rows leave about this often, rarer while the job is behind
 */
public record ResolutionPipeline(
        TicketFamily ticketFamily, CallPromiseFamily callPromiseFamily, Duration flushInterval) {

    /**
     * What leaves the pipeline.
     *
     * @param tickets rows, the highest version of a key being the true one
     * @param lateTickets events of tickets that may have been forgotten
     * @param callPromises rows, the highest version of a key being the true one
     * @param lateCallPromises events of conversations that may have been forgotten
     */
    public record Outputs(
            DataStream<FactRow<TicketFacts>> tickets,
            DataStream<Located<TicketTimelineEvent>> lateTickets,
            DataStream<FactRow<CallPromiseFacts>> callPromises,
            DataStream<Located<CallPromiseEvent>> lateCallPromises) {}

    /** Wires the operators; reads from top to bottom as the data flow. */
    public Outputs apply(
            DataStream<Located<TicketTimelineEvent>> tickets, DataStream<Located<CallPromiseEvent>> callPromises) {
        OutputTag<Located<TicketTimelineEvent>> lateTickets =
                new OutputTag<>("late-ticket-events", LocatedCodec.type(ticketFamily));
        SingleOutputStreamOperator<FactRow<TicketFacts>> ticketRows = tickets.keyBy(
                        Located.byKey(ticketFamily), KeyTypeInfo.INSTANCE)
                .transform(
                        "Tickets",
                        TicketTable.ROWS.type(),
                        new TimelineOperator<>(ticketFamily, lateTickets, flushInterval.toMillis()))
                .uid("tickets");
        OutputTag<Located<CallPromiseEvent>> lateCallPromises =
                new OutputTag<>("late-contact-events", LocatedCodec.type(callPromiseFamily));
        SingleOutputStreamOperator<FactRow<CallPromiseFacts>> callPromiseRows = callPromises
                .keyBy(Located.byKey(callPromiseFamily), KeyTypeInfo.INSTANCE)
                .transform(
                        "Calls and promises",
                        CallPromiseTable.ROWS.type(),
                        new TimelineOperator<>(callPromiseFamily, lateCallPromises, flushInterval.toMillis()))
                .uid("contacts");
        return new Outputs(
                ticketRows,
                ticketRows.getSideOutput(lateTickets),
                callPromiseRows,
                callPromiseRows.getSideOutput(lateCallPromises));
    }
}
