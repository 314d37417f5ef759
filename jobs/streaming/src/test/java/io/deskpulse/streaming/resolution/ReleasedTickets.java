package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import io.deskpulse.streaming.timeline.ToldKey;
import java.util.List;

/** Tickets that lie in the savepoint {@code ticket-timeline-1}. */
final class ReleasedTickets {
    static final List<ToldKey<TicketTimelineEvent>> TOLD =
            List.of(running(), paused(), reopened(), withoutOpening(), quiet());

    private ReleasedTickets() {}

    private static ToldKey<TicketTimelineEvent> running() {
        Ticket ticket = new Ticket("running")
                .opened("10:00", "P1", true)
                .event("10:05", Kind.ASSIGNED, "shop:a")
                .reply("10:10", "shop:a")
                .note("10:20", "shop:b")
                .event("11:00", Kind.PAUSED)
                .event("13:00", Kind.RESUMED)
                .event("13:30", Kind.ASSIGNED, "shop:b")
                .on("2026-11-23")
                .reply("09:10", "shop:b")
                .reply("15:00", "shop:b")
                .resolved("16:00", "AGENT", "shop:b")
                .on("2026-11-20")
                .note("10:30", "shop:a");
        return new ToldKey<>(ticket.events(), 7, 3);
    }

    private static ToldKey<TicketTimelineEvent> paused() {
        Ticket ticket = new Ticket("paused")
                .opened("09:30", "P3", false)
                .event("09:40", Kind.DEFECT_NOTED)
                .event("12:00", Kind.PAUSED)
                .on("2026-11-23")
                .event("10:00", Kind.RESUMED)
                .reply("10:30", "shop:a")
                .resolved("16:59", "BUYER", "shop:a")
                .on("2026-11-20")
                .reply("09:45", "shop:b");
        return new ToldKey<>(ticket.events(), 3, 3);
    }

    private static ToldKey<TicketTimelineEvent> reopened() {
        Ticket ticket = new Ticket("reopened")
                .opened("09:00")
                .reply("09:30", "shop:a")
                .event("09:40", Kind.EVIDENCE_SUPPLIED)
                .resolved("10:00", "SYSTEM", null)
                .resolved("10:10", "BUYER", "shop:a")
                .event("10:20", Kind.CLOSED)
                .event("10:20", Kind.CLOSED)
                .event("14:00", Kind.REOPENED)
                .event("14:10", Kind.ESCALATED, "SUPERVISOR")
                .event("14:20", Kind.ESCALATED, "PLATFORM")
                .agreed("15:00", "REFUND", 1_990, "2026-11-23T12:00")
                .event("15:30", Kind.RULED, "BUYER")
                .on("2026-11-24")
                .event("09:00", Kind.SOLUTION_DONE)
                .resolved("09:30", "AGENT", "shop:b")
                .event("10:00", Kind.CLOSED)
                .on("2026-11-20")
                .note("14:05", "shop:b");
        return new ToldKey<>(ticket.events(), 12, 3);
    }

    private static ToldKey<TicketTimelineEvent> withoutOpening() {
        Ticket ticket = new Ticket("without-opening")
                .reply("11:00", "shop:a")
                .about("b2", null, null)
                .event("10:00", Kind.ASSIGNED, "shop:a")
                .about("b1", "o2", "k1")
                .event("10:30", Kind.RESUMED)
                .agreed("10:40", "RESHIP", -1, "2026-11-20T10:00")
                .opened("12:00")
                .resolved("13:00", "AGENT", null)
                .opened("10:50", "P1", true);
        return new ToldKey<>(ticket.events(), 4, 2);
    }

    /** A silence longer than a ticket at rest is kept, not longer than it is remembered. */
    private static ToldKey<TicketTimelineEvent> quiet() {
        Ticket ticket = new Ticket("quiet")
                .opened("10:00")
                .resolved("10:30", "AGENT", "shop:a")
                .event("10:31", Kind.CLOSED)
                .on("2027-01-10")
                .event("10:00", Kind.REOPENED)
                .reply("10:20", "shop:a")
                .on("2026-11-20")
                .reply("10:10", "shop:a");
        return new ToldKey<>(ticket.events(), 3, 2);
    }
}
