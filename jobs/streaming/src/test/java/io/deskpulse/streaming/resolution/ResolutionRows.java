package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.ContactFacts;
import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.StoredRow;
import io.deskpulse.streaming.timeline.ShopKey;
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

    static TimelineHarness<TicketEntry, FactRow<TicketFacts>> tickets(Retention retention, StateBackend backend)
            throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        logic(retention),
                        at -> ShopKey.of(at.event().shopId(), at.event().ticketId()),
                        new TicketEntryCodec(),
                        TicketTable.ROWS,
                        row -> row.shopId() + "/" + row.id(),
                        FactRow::version,
                        ResolutionRows::ticket),
                backend);
    }

    static TimelineHarness<ContactEntry, FactRow<ContactFacts>> contacts(Retention retention, StateBackend backend)
            throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        contactLogic(retention),
                        at -> ShopKey.of(at.event().shopId(), at.event().conversationId()),
                        new ContactEntryCodec(),
                        ContactTable.ROWS,
                        row -> row.shopId() + "/" + row.id(),
                        FactRow::version,
                        ResolutionRows::contact),
                backend);
    }

    static List<String> batch(List<TicketEntry> events, Retention retention) {
        TreeMap<String, String> rows = new TreeMap<>();
        events.stream().collect(Collectors.groupingBy(TicketEntry::ticketId)).forEach((ticket, ofTicket) -> {
            for (TicketFacts facts : logic(retention).derivation().derive(ofTicket, retention)) {
                rows.put(ticket, ticket(new FactRow<>("s1", ticket, 0, facts)));
            }
        });
        return new ArrayList<>(rows.values());
    }

    static List<String> batchOfContacts(List<ContactEntry> events, Retention retention) {
        ContactLogic logic = contactLogic(retention);
        TreeMap<String, String> rows = new TreeMap<>();
        events.stream()
                .collect(Collectors.groupingBy(ContactEntry::conversationId))
                .forEach((conversation, ofConversation) -> {
                    for (ContactFacts facts : logic.derivation().derive(ofConversation, retention)) {
                        rows.put(conversation, contact(new FactRow<>("s1", conversation, 0, facts)));
                    }
                });
        return new ArrayList<>(rows.values());
    }

    static TicketLogic logic(Retention retention) {
        return new TicketLogic(retention, "Asia/Shanghai", Map.of(), Ticket.POLICIES);
    }

    static ContactLogic contactLogic(Retention retention) {
        return new ContactLogic(retention, "Asia/Shanghai", Map.of());
    }

    private static String ticket(FactRow<TicketFacts> row) {
        return StoredRow.text(TicketTable.TABLE, row);
    }

    private static String contact(FactRow<ContactFacts> row) {
        return StoredRow.text(ContactTable.TABLE, row);
    }
}
