package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.CallPromiseFacts;
import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.StoredRow;
import io.deskpulse.streaming.timeline.TimelineHarness;
import io.deskpulse.streaming.timeline.TimelineHarness.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.runtime.state.StateBackend;

/** Rows of the resolution job as text without their version, out of its operators and out of a batch. */
final class ResolutionRows {
    private ResolutionRows() {}

    static TimelineHarness<TicketTimelineEvent, TicketFacts> tickets(Retention retention, StateBackend backend)
            throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        ticketFamily(retention),
                        TicketTable.ROWS,
                        row -> row.shopId() + "/" + row.id(),
                        FactRow::version,
                        ResolutionRows::ticket),
                backend);
    }

    static TimelineHarness<CallPromiseEvent, CallPromiseFacts> callPromises(Retention retention, StateBackend backend)
            throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        callPromiseFamily(retention),
                        CallPromiseTable.ROWS,
                        row -> row.shopId() + "/" + row.id(),
                        FactRow::version,
                        ResolutionRows::contact),
                backend);
    }

    static List<String> batch(List<TicketTimelineEvent> events, Retention retention) {
        TreeMap<String, String> rows = new TreeMap<>();
        events.stream()
                .collect(Collectors.groupingBy(TicketTimelineEvent::ticketId))
                .forEach((ticket, ofTicket) -> {
                    for (TicketFacts facts :
                            ticketFamily(retention).derivation().derive(ofTicket, retention)) {
                        rows.put(ticket, ticket(new FactRow<>("s1", ticket, 0, facts)));
                    }
                });
        return new ArrayList<>(rows.values());
    }

    static List<String> batchOfContacts(List<CallPromiseEvent> events, Retention retention) {
        CallPromiseFamily family = callPromiseFamily(retention);
        TreeMap<String, String> rows = new TreeMap<>();
        events.stream()
                .collect(Collectors.groupingBy(CallPromiseEvent::conversationId))
                .forEach((conversation, ofConversation) -> {
                    for (CallPromiseFacts facts : family.derivation().derive(ofConversation, retention)) {
                        rows.put(conversation, contact(new FactRow<>("s1", conversation, 0, facts)));
                    }
                });
        return new ArrayList<>(rows.values());
    }

    static TicketFamily ticketFamily(Retention retention) {
        return new TicketFamily(retention, "Asia/Shanghai", Map.of(), Ticket.POLICIES);
    }

    static CallPromiseFamily callPromiseFamily(Retention retention) {
        return new CallPromiseFamily(retention, "Asia/Shanghai", Map.of());
    }

    private static String ticket(FactRow<TicketFacts> row) {
        return StoredRow.text(TicketTable.TABLE, row);
    }

    private static String contact(FactRow<CallPromiseFacts> row) {
        return StoredRow.text(CallPromiseTable.TABLE, row);
    }
}
