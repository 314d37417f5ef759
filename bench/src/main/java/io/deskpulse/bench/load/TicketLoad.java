package io.deskpulse.bench.load;

import io.deskpulse.events.Resolver;
import io.deskpulse.events.TicketAssigned;
import io.deskpulse.events.TicketClosed;
import io.deskpulse.events.TicketEvent;
import io.deskpulse.events.TicketOpened;
import io.deskpulse.events.TicketPaused;
import io.deskpulse.events.TicketReopened;
import io.deskpulse.events.TicketReplied;
import io.deskpulse.events.TicketResolved;
import io.deskpulse.events.TicketResumed;
import io.deskpulse.schemas.EventStream;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Tickets of eight events: opened, assigned, replied, paused, resumed, replied, resolved, closed; one in ten is reopened once. */
public final class TicketLoad extends Load {
    private static final int CLOSED_AFTER = 8;
    private static final int REOPENED_CLOSED_AFTER = 12;
    private static final int REOPENED_EVERY = 10;

    /** With so many tickets at a time. */
    public TicketLoad(long seed, int open) {
        super(EventStream.TICKETS, seed, open);
    }

    @Override
    int length(long ticket) {
        return ticket % REOPENED_EVERY == 0 ? REOPENED_CLOSED_AFTER : CLOSED_AFTER;
    }

    @Override
    SpecificRecord event(long ticket, int step, String eventId, Instant time) {
        return new TicketEvent(
                eventId,
                time,
                shop(ticket),
                "ticket-" + ticket,
                buyer(ticket),
                "order-" + ticket,
                "conversation-" + ticket,
                "sku-1001",
                body(step, account(ticket)));
    }

    private static Object body(int step, String account) {
        return switch (step) {
            case 0 -> new TicketOpened("return", "P3", false, "QUALITY", "收到的外套拉链坏了，想换一件");
            case 1 -> new TicketAssigned(account);
            case 3 -> new TicketPaused();
            case 4 -> new TicketResumed();
            case 6, 10 -> new TicketResolved(account, Resolver.AGENT);
            case 7, 11 -> new TicketClosed();
            case 8 -> new TicketReopened(null);
            default -> new TicketReplied(account, true);
        };
    }
}
