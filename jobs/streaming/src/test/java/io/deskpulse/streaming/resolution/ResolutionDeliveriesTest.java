package io.deskpulse.streaming.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.CallPromiseFacts;
import io.deskpulse.metrics.resolution.RandomCallPromises;
import io.deskpulse.metrics.resolution.RandomTickets;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.timeline.Redelivery;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tickets, calls and promises whose events are delivered again, stamped and worded anew. */
class ResolutionDeliveriesTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static final Redelivery<TicketTimelineEvent, TicketFacts> TICKETS = new Redelivery<>(
            ResolutionRows.ticketFamily(Retention.FOREVER),
            ResolutionDeliveriesTest::retold,
            backend -> ResolutionRows.tickets(Retention.FOREVER, backend),
            events -> ResolutionRows.batch(events, Retention.FOREVER),
            true);

    private static final Redelivery<CallPromiseEvent, CallPromiseFacts> CONTACTS = new Redelivery<>(
            ResolutionRows.callPromiseFamily(Retention.FOREVER),
            ResolutionDeliveriesTest::retold,
            backend -> ResolutionRows.callPromises(Retention.FOREVER, backend),
            events -> ResolutionRows.batchOfContacts(events, Retention.FOREVER),
            true);

    @ParameterizedTest
    @EnumSource(Backend.class)
    void anyArrivalGivesTheTicketsOfTheSmallestDeliveries(Backend backend) throws Exception {
        TICKETS.givesOneTable(seed -> RandomTickets.events(seed, 4, 30, 30 * HOUR), backend);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void anyArrivalGivesTheContactsOfTheSmallestDeliveries(Backend backend) throws Exception {
        CONTACTS.givesOneTable(seed -> RandomCallPromises.events(seed, 5, 12, 6 * HOUR), backend);
    }

    @Test
    void whatCrashedAttemptsWroteLosesInTheEnd() throws Exception {
        assertThat(TICKETS.outlivesCrashes(seed -> RandomTickets.events(seed, 2, 20, 30 * HOUR)))
                .as("a ticket has one row, which some delivery always makes")
                .isEmpty();
        assertThat(CONTACTS.outlivesCrashes(seed -> RandomCallPromises.events(seed, 2, 12, 6 * HOUR)))
                .isEmpty();
    }

    private static TicketTimelineEvent retold(TicketTimelineEvent event, TicketTimelineEvent content, long millis) {
        return new TicketTimelineEvent(
                event.shopId(),
                event.ticketId(),
                event.eventId(),
                millis,
                content.kind(),
                content.subject(),
                content.account(),
                content.label(),
                content.priority(),
                content.reason(),
                content.flag(),
                content.amountFen(),
                content.dueMillis());
    }

    private static CallPromiseEvent retold(CallPromiseEvent event, CallPromiseEvent content, long millis) {
        return new CallPromiseEvent(
                event.shopId(),
                event.conversationId(),
                event.eventId(),
                millis,
                content.kind(),
                content.buyerId(),
                content.channel(),
                content.account(),
                content.label(),
                content.detail(),
                content.consent(),
                content.dueMillis());
    }
}
