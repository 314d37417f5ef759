package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Subject;
import io.deskpulse.metrics.resolution.TicketTimelineEventForm;
import io.deskpulse.streaming.events.Intake;
import io.deskpulse.streaming.events.TicketReading;
import io.deskpulse.streaming.timeline.LocatedCodec;

/** What resolutions take of a ticket: every event, compact. */
public final class TicketTimelineEvents {
    /** Of the ticket topic. */
    public static final Intake<TicketReading, TicketTimelineEvent> INTAKE = new Intake<>(
            "ticket-events",
            TicketTimelineEvents::of,
            new LocatedCodec<>(TicketTimelineEventForm.INSTANCE, TicketTimelineEvent::ticketId));

    /** A name longer than this is not one; what is beyond it is cut off. */
    private static final int MAX_NAME_LENGTH = 200;

    private static final long NO_MONEY = -1;

    private TicketTimelineEvents() {}

    /** The entry of any reading. */
    public static TicketTimelineEvent of(TicketReading told) {
        return switch (told.body()) {
            case TICKET_OPENED -> entry(told, Kind.OPENED, null, label(told.category()));
            case TICKET_ASSIGNED -> entry(told, Kind.ASSIGNED, told.agentId(), null);
            case TICKET_REPLIED -> entry(told, Kind.REPLIED, told.agentId(), null);
            case TICKET_PAUSED -> entry(told, Kind.PAUSED, null, null);
            case TICKET_RESUMED -> entry(told, Kind.RESUMED, null, null);
            case TICKET_ESCALATED -> entry(told, Kind.ESCALATED, null, told.to());
            case PLATFORM_RULED -> entry(told, Kind.RULED, null, told.inFavourOf());
            case SOLUTION_AGREED -> entry(told, Kind.SOLUTION_AGREED, null, told.kind());
            case SOLUTION_DONE -> entry(told, Kind.SOLUTION_DONE, null, null);
            case TICKET_RESOLVED -> entry(told, Kind.RESOLVED, name(told.agentId()), told.by());
            case TICKET_REOPENED -> entry(told, Kind.REOPENED, null, told.by());
            case TICKET_CLOSED -> entry(told, Kind.CLOSED, null, null);
            case EVIDENCE_SUPPLIED -> entry(told, Kind.EVIDENCE_SUPPLIED, null, null);
            case DEFECT_NOTED -> entry(told, Kind.DEFECT_NOTED, null, null);
            case TICKET_MERGED -> entry(told, Kind.MERGED, null, name(told.intoTicketId()));
        };
    }

    private static TicketTimelineEvent entry(TicketReading told, Kind kind, String account, String label) {
        boolean opening = kind == Kind.OPENED;
        boolean agreement = kind == Kind.SOLUTION_AGREED;
        return new TicketTimelineEvent(
                told.shopId(),
                told.ticketId(),
                told.eventId(),
                told.timeMillis(),
                kind,
                subject(told),
                account,
                label,
                opening ? label(told.priority()) : null,
                opening ? label(told.reason()) : null,
                opening && told.complaint() || kind == Kind.REPLIED && told.visible(),
                agreement ? told.amountFen(NO_MONEY) : NO_MONEY,
                agreement ? told.dueAt(TicketFacts.NONE) : TicketFacts.NONE);
    }

    private static Subject subject(TicketReading told) {
        return new Subject(told.buyerId(), name(told.orderId()), name(told.conversationId()), name(told.skuId()));
    }

    /** What people of the shop type, or a feed of theirs, may say who the buyer is. */
    private static String label(String text) {
        return TextRedaction.redactLabel(name(text));
    }

    private static String name(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.length() > MAX_NAME_LENGTH ? text.substring(0, MAX_NAME_LENGTH) : text;
    }
}
