package io.deskpulse.streaming.complaints;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.ComplaintEvent.Claim;
import io.deskpulse.metrics.complaints.ComplaintEvent.Kind;
import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.streaming.events.EventMapping;
import io.deskpulse.streaming.events.TicketReading;
import java.util.List;

/** What complaints take of a ticket: its opening, as a complaint or not, who took it, and defects of products; of anything else nothing. */
record TicketMapping(ClaimReader claims) implements EventMapping<TicketReading, ComplaintEvent> {

    @Override
    public ComplaintEvent of(TicketReading told) {
        return switch (told.body()) {
            case TICKET_OPENED -> event(told, Kind.TICKET_OPENED, null, claim(told));
            case TICKET_ASSIGNED -> event(told, Kind.TICKET_TAKEN, told.agentId(), null);
            case TICKET_REPLIED -> told.visible() ? event(told, Kind.TICKET_TAKEN, told.agentId(), null) : null;
            case DEFECT_NOTED -> defect(told);
            default -> null;
        };
    }

    private ComplaintEvent defect(TicketReading told) {
        String order = Names.known(told.orderId());
        String sku = Names.known(told.defectiveSkuId());
        return sku == null
                ? null
                : new ComplaintEvent(
                        told.shopId(),
                        about(told, order),
                        told.eventId(),
                        told.timeMillis(),
                        Kind.DEFECT_NOTED,
                        told.buyerId(),
                        told.ticketId(),
                        claims.attribute(Names.known(told.attribute())),
                        TextRedaction.redact(Names.known(told.severity())),
                        List.of(sku),
                        null);
    }

    private static String about(TicketReading told, String order) {
        return order == null ? ComplaintEvent.ofTicket(told.ticketId()) : ComplaintEvent.ofOrder(order);
    }

    private Claim claim(TicketReading told) {
        return told.complaint() ? claims.complaint(told.shopId(), told.reason(), told.category(), told.text()) : null;
    }

    private static ComplaintEvent event(TicketReading told, Kind kind, String account, Claim claim) {
        String order = Names.known(told.orderId());
        String sku = Names.known(told.skuId());
        return new ComplaintEvent(
                told.shopId(),
                about(told, order),
                told.eventId(),
                told.timeMillis(),
                kind,
                told.buyerId(),
                told.ticketId(),
                kind == Kind.TICKET_OPENED ? Names.known(told.conversationId()) : null,
                account,
                sku == null ? List.of() : List.of(sku),
                claim);
    }
}
