package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.CallPromiseFacts;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.ReleasedSavepoint;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tickets, calls and promises of a release before there were tags; each key has one row. */
class ReleasedResolutionsTest {
    private static final Retention RETENTION = Retention.TICKETS;
    private static final ReleasedSavepoint<TicketTimelineEvent, TicketFacts> TICKETS = new ReleasedSavepoint<>(
            "ticket-timeline-1",
            ReleasedTickets.TOLD,
            backend -> ResolutionRows.tickets(RETENTION, backend),
            events -> ResolutionRows.batch(events, RETENTION));
    private static final ReleasedSavepoint<CallPromiseEvent, CallPromiseFacts> CONTACTS = new ReleasedSavepoint<>(
            "contact-timeline-1",
            ReleasedCallPromises.TOLD,
            backend -> ResolutionRows.callPromises(RETENTION, backend),
            events -> ResolutionRows.batchOfContacts(events, RETENTION));

    @ParameterizedTest
    @EnumSource(Backend.class)
    void ticketsGoOnInOrder(Backend backend) throws Exception {
        TICKETS.goesOnInOrder(backend, ReleasedTickets.TOLD.size());
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void ticketsGoOnOutOfOrder(Backend backend) throws Exception {
        TICKETS.goesOnOutOfOrder(backend, ReleasedTickets.TOLD.size());
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void ticketsAreStillKnown(Backend backend) throws Exception {
        TICKETS.knowsWhatWasTold(backend);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void contactsGoOnInOrder(Backend backend) throws Exception {
        CONTACTS.goesOnInOrder(backend, ReleasedCallPromises.TOLD.size());
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void contactsGoOnOutOfOrder(Backend backend) throws Exception {
        CONTACTS.goesOnOutOfOrder(backend, ReleasedCallPromises.TOLD.size());
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void contactsAreStillKnown(Backend backend) throws Exception {
        CONTACTS.knowsWhatWasTold(backend);
    }
}
