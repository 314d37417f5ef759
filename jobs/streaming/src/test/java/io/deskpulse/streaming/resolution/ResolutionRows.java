package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ContactEntry;
import io.deskpulse.metrics.resolution.ContactFacts;
import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketEntry;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.ShopKey;
import io.deskpulse.streaming.timeline.TimelineHarness;
import io.deskpulse.streaming.timeline.TimelineHarness.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.runtime.state.StateBackend;

/** Rows of the resolution job as text without their version, out of its operators and out of a batch. */
final class ResolutionRows {
    private static final int VERSION_COLUMN = 2;

    private ResolutionRows() {}

    static TimelineHarness<TicketEntry, TicketRow> tickets(Retention retention, StateBackend backend) throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        logic(retention),
                        at -> ShopKey.of(at.event().shopId(), at.event().ticketId()),
                        new TicketEntryCodec(),
                        new TicketRowCodec(),
                        row -> row.shopId() + "/" + row.ticketId(),
                        TicketRow::version,
                        ResolutionRows::text),
                backend);
    }

    static TimelineHarness<ContactEntry, ContactRow> contacts(Retention retention, StateBackend backend)
            throws Exception {
        return new TimelineHarness<>(
                new Subject<>(
                        contactLogic(retention),
                        at -> ShopKey.of(at.event().shopId(), at.event().conversationId()),
                        new ContactEntryCodec(),
                        new ContactRowCodec(),
                        row -> row.shopId() + "/" + row.conversationId(),
                        ContactRow::version,
                        ResolutionRows::text),
                backend);
    }

    static List<String> batch(List<TicketEntry> events, Retention retention) {
        TreeMap<String, String> rows = new TreeMap<>();
        events.stream().collect(Collectors.groupingBy(TicketEntry::ticketId)).forEach((ticket, ofTicket) -> {
            for (TicketFacts facts : logic(retention).derivation().derive(ofTicket, retention)) {
                rows.put(ticket, text(new TicketRow("s1", ticket, 0, facts)));
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
                        rows.put(conversation, text(new ContactRow("s1", conversation, 0, facts)));
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

    private static String text(TicketRow row) {
        return text(new TicketStatement().values(row));
    }

    private static String text(ContactRow row) {
        return text(new ContactStatement().values(row));
    }

    private static String text(Object[] values) {
        values[VERSION_COLUMN] = "*";
        return Arrays.deepToString(values);
    }
}
