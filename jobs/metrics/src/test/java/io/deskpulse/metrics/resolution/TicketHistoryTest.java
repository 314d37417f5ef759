package io.deskpulse.metrics.resolution;

import static io.deskpulse.metrics.resolution.Ticket.utc;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a ticket was open, and with whom. */
class TicketHistoryTest {

    @Test
    void everyReopeningBeginsASpell() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .resolved("11:00", "AGENT", "a")
                .event("12:00", Kind.REOPENED)
                .event("13:00", Kind.CLOSED)
                .event("14:00", Kind.REOPENED)
                .facts();

        assertThat(spells(ticket)).containsExactly("T10:00 to T11:00", "T12:00 to T13:00", "T14:00 to none");
    }

    @Test
    void aSpellEndsWithTheFirstWordOfItsEndAndIsNotCutByAPause() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .event("10:10", Kind.PAUSED)
                .event("10:20", Kind.REOPENED)
                .event("10:30", Kind.RESUMED)
                .resolved("11:00", "AGENT", "a")
                .resolved("12:00", "BUYER", null)
                .event("13:00", Kind.CLOSED)
                .resolved("14:00", "BUYER", null)
                .facts();

        assertThat(spells(ticket)).containsExactly("T10:00 to T11:00");
    }

    @Test
    void whileNoOpeningIsKnownTheFirstEventBeginsTheFirstSpell() {
        TicketFacts ticket = new Ticket()
                .reply("10:00", "a")
                .resolved("11:00", "AGENT", "a")
                .event("12:00", Kind.REOPENED)
                .facts();

        assertThat(spells(ticket)).containsExactly("T10:00 to T11:00", "T12:00 to none");
    }

    @Test
    void nothingIsOpenBeforeTheOpening() {
        Ticket early = new Ticket().reply("10:00", "a").resolved("11:00", "AGENT", "a");

        assertThat(spells(early.opened("12:00").facts())).isEmpty();
        assertThat(spells(early.event("13:00", Kind.REOPENED).facts())).containsExactly("T13:00 to none");
        assertThat(spells(new Ticket().reply("10:00", "a").opened("11:00").facts()))
                .containsExactly("T11:00 to none");
    }

    @Test
    void aSecondOpeningBeginsNothing() {
        assertThat(spells(new Ticket().opened("10:00").opened("11:00").facts())).containsExactly("T10:00 to none");
    }

    @Test
    void onlyAChangeOfTheAccountIsRemembered() {
        TicketFacts ticket = new Ticket()
                .event("09:00", Kind.ASSIGNED, "a")
                .opened("10:00")
                .event("10:10", Kind.ASSIGNED, "a")
                .resolved("11:00", "AGENT", "b")
                .event("12:00", Kind.REOPENED)
                .event("12:10", Kind.ASSIGNED, "b")
                .event("12:20", Kind.ASSIGNED, "a")
                .facts();

        assertThat(ticket.history().assignments())
                .extracting(change -> utc(change.atMillis()).substring(10) + " " + change.account())
                .containsExactly("T09:00 a", "T12:10 b", "T12:20 a");
        assertThat(ticket.assignments()).isEqualTo(4);
        assertThat(ticket.assignee()).isEqualTo("a");
    }

    @Test
    void aTicketNeverAssignedHasNoAccount() {
        TicketFacts ticket = new Ticket().opened("10:00").facts();

        assertThat(ticket.history().assignments()).isEmpty();
        assertThat(ticket.assignee()).isNull();
    }

    private static List<String> spells(TicketFacts ticket) {
        return ticket.history().spells().stream()
                .map(spell -> utc(spell.fromMillis()).substring(10) + " to "
                        + utc(spell.untilMillis()).replaceAll(".*T", "T"))
                .toList();
    }
}
