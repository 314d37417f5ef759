package io.deskpulse.metrics.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import org.junit.jupiter.api.Test;

/** A ticket that turns out to be the same matter as another. */
class MergedTicketTest {

    @Test
    void leavesTheBacklogAndStaysMergedWhateverHappensToIt() {
        TicketFacts ticket = new Ticket()
                .opened("10:20")
                .event("10:30", Kind.MERGED, "A")
                .event("10:31", Kind.CLOSED)
                .event("18:00", Kind.REOPENED)
                .resolved("18:05", "AGENT", "a")
                .event("18:06", Kind.PAUSED)
                .facts();

        assertThat(ticket.status()).isEqualTo(TicketFacts.Status.MERGED);
        assertThat(ticket.mergedInto()).isEqualTo("A");
        assertThat(Ticket.utc(ticket.endedMillis())).isEqualTo("2026-11-20T10:30");
        assertThat(ticket.isResolved()).isFalse();
        assertThat(ticket.reopens()).isZero();
        assertThat(ticket.history().spells()).hasSize(1);
        assertThat(ticket.reply().dueMillis()).isEqualTo(TicketFacts.NONE);
        assertThat(ticket.anomalies()).isEmpty();
    }

    @Test
    void theBuyersWordInItIsKept() {
        TicketFacts ticket = new Ticket()
                .opened("10:20")
                .event("10:30", Kind.MERGED, "A")
                .event("11:00", Kind.REOPENED, "AGENT")
                .event("18:00", Kind.REOPENED, "BUYER")
                .event("19:00", Kind.REOPENED)
                .facts();

        assertThat(ticket.history().buyerReopenings().stream().map(Ticket::utc))
                .containsExactly("2026-11-20T18:00", "2026-11-20T19:00");
    }

    @Test
    void theFirstMergeCounts() {
        TicketFacts ticket = new Ticket()
                .opened("10:20")
                .event("10:30", Kind.MERGED, "A")
                .event("10:40", Kind.MERGED, "B")
                .facts();

        assertThat(ticket.mergedInto()).isEqualTo("A");
        assertThat(Ticket.utc(ticket.mergedMillis())).isEqualTo("2026-11-20T10:30");
    }

    @Test
    void aSystemsReopeningIsNoWordOfTheBuyer() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .resolved("11:00", "AGENT", "a")
                .event("12:00", Kind.REOPENED, "SYSTEM")
                .facts();

        assertThat(ticket.reopens()).isEqualTo(1);
        assertThat(ticket.history().buyerReopenings()).isEmpty();
    }
}
