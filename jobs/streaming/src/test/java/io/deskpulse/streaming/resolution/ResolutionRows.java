package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.ContactFacts;
import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.metrics.resolution.TicketFacts;
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

    static TimelineHarness<TicketEntry, TicketFacts> tickets(Retention retention, StateBackend backend)
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

    static TimelineHarness<ContactEntry, ContactFacts> contacts(Retention retention, StateBackend backend)
            throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        contactFamily(retention),
                        ContactTable.ROWS,
                        row -> row.shopId() + "/" + row.id(),
                        FactRow::version,
                        ResolutionRows::contact),
                backend);
    }

    static List<String> batch(List<TicketEntry> events, Retention retention) {
        TreeMap<String, String> rows = new TreeMap<>();
        events.stream().collect(Collectors.groupingBy(TicketEntry::ticketId)).forEach((ticket, ofTicket) -> {
            for (TicketFacts facts : ticketFamily(retention).derivation().derive(ofTicket, retention)) {
                rows.put(ticket, ticket(new FactRow<>("s1", ticket, 0, facts)));
            }
        });
        return new ArrayList<>(rows.values());
    }

    static List<String> batchOfContacts(List<ContactEntry> events, Retention retention) {
        ContactFamily family = contactFamily(retention);
        TreeMap<String, String> rows = new TreeMap<>();
        events.stream()
                .collect(Collectors.groupingBy(ContactEntry::conversationId))
                .forEach((conversation, ofConversation) -> {
                    for (ContactFacts facts : family.derivation().derive(ofConversation, retention)) {
                        rows.put(conversation, contact(new FactRow<>("s1", conversation, 0, facts)));
                    }
                });
        return new ArrayList<>(rows.values());
    }

    static TicketFamily ticketFamily(Retention retention) {
        return new TicketFamily(retention, "Asia/Shanghai", Map.of(), Ticket.POLICIES);
    }

    static ContactFamily contactFamily(Retention retention) {
        return new ContactFamily(retention, "Asia/Shanghai", Map.of());
    }

    private static String ticket(FactRow<TicketFacts> row) {
        return StoredRow.text(TicketTable.TABLE, row);
    }

    private static String contact(FactRow<ContactFacts> row) {
        return StoredRow.text(ContactTable.TABLE, row);
    }
}
