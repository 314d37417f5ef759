package io.deskpulse.streaming.complaints;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.ComplaintEventForm;
import io.deskpulse.streaming.events.Intake;
import io.deskpulse.streaming.events.OrderReading;
import io.deskpulse.streaming.events.TicketReading;
import io.deskpulse.streaming.timeline.LocatedCodec;

/**
 * What complaints take in.
 *
 * @param orders of the order topic
 * @param tickets of the ticket topic
 */
public record ComplaintIntakes(
        Intake<OrderReading, ComplaintEvent> orders, Intake<TicketReading, ComplaintEvent> tickets) {
    /** Intakes that read claims so. */
    public static ComplaintIntakes of(ClaimReader claims) {
        return new ComplaintIntakes(
                new Intake<>(
                        "complaint-order-events",
                        new OrderMapping(claims),
                        new LocatedCodec<>(ComplaintEventForm.INSTANCE, ComplaintEvent::about)),
                new Intake<>(
                        "complaint-ticket-events",
                        new TicketMapping(claims),
                        new LocatedCodec<>(ComplaintEventForm.INSTANCE, ComplaintEvent::about)));
    }
}
