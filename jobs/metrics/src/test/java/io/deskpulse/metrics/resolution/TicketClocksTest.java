package io.deskpulse.metrics.resolution;

import static io.deskpulse.metrics.resolution.Ticket.millis;
import static io.deskpulse.metrics.resolution.Ticket.policy;
import static io.deskpulse.metrics.resolution.Ticket.utc;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.SlaPolicy.Scope;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By when a ticket had to be answered and resolved: office hours 9 to 17, 1 h to reply, 4 h to the next, 8 h to resolve. */
class TicketClocksTest {
    private static final long HOUR = 3_600_000;

    @Test
    void repliesAreWaitedForWhileTheyAreOwed() {
        Ticket ticket = new Ticket()
                .opened("10:00")
                .reply("10:10", "a")
                .event("10:15", Kind.PAUSED)
                .reply("10:20", "a")
                .event("10:30", Kind.RESUMED)
                .note("10:40", "b")
                .reply("10:50", "a")
                .resolved("11:00", "AGENT", "a")
                .reply("11:30", "a")
                .event("12:00", Kind.REOPENED);

        assertThat(ticket.facts().reply().waitMillis())
                .as("10 min from the opening, 20 from the end of the pause")
                .isEqualTo(30 * 60_000);
        assertThat(ticket.reply("12:05", "a").facts().reply().waitMillis())
                .as("5 min more from the reopen")
                .isEqualTo(35 * 60_000);
    }

    @Test
    void thePublishedVectorTwoHoursOfBusinessTimeOverAWeekend() {
        TicketFacts ticket = new Ticket()
                .opened("16:00")
                .on("2026-11-23")
                .resolved("10:00", "AGENT", "a")
                .facts();

        assertThat(ticket.resolution().businessWaitMillis()).isEqualTo(2 * HOUR);
        assertThat(ticket.resolution().waitMillis()).isEqualTo(66 * HOUR);
        assertThat(ticket.resolution().leftMillis()).isEqualTo(6 * HOUR);
        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("2026-11-23T16:00");
    }

    @Test
    void bothBreachInstantsAreWrittenAtTheOpening() {
        TicketFacts ticket = new Ticket().opened("10:00").facts();

        assertThat(utc(ticket.reply().firstDueMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(utc(ticket.reply().dueMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("2026-11-23T10:00");
    }

    @Test
    void theFirstReplysBreachNeverMovesAndEachReplyStartsTheNextClock() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .reply("10:30", "a")
                .reply("16:00", "b")
                .facts();

        assertThat(utc(ticket.reply().firstDueMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(utc(ticket.reply().dueMillis())).isEqualTo("2026-11-23T12:00");
        assertThat(ticket.reply().lateReplies()).isEqualTo(1);
        assertThat(ticket.reply().firstReplyBy()).isEqualTo("a");
    }

    @Test
    void aReplyAtTheVeryInstantIsInTime() {
        TicketFacts inTime = new Ticket().opened("10:00").reply("11:00", "a").facts();
        TicketFacts late =
                new Ticket().opened("10:00").reply("11:00:00.001", "a").facts();

        assertThat(inTime.reply().lateReplies()).isZero();
        assertThat(late.reply().lateReplies()).isEqualTo(1);
    }

    @Test
    void notesAreNoReplies() {
        TicketFacts ticket = new Ticket().opened("10:00").note("10:30", "a").facts();

        assertThat(utc(ticket.reply().firstReplyMillis())).isEqualTo("none");
        assertThat(utc(ticket.reply().dueMillis())).isEqualTo("2026-11-20T11:00");
    }

    @Test
    void aPauseWithdrawsTheBreachAndKeepsTheTimeLeft() {
        TicketFacts ticket =
                new Ticket().opened("10:00").event("13:00", Kind.PAUSED).facts();

        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("none");
        assertThat(ticket.resolution().leftMillis()).isEqualTo(5 * HOUR);
        assertThat(ticket.resolution().waitMillis()).isEqualTo(3 * HOUR);
        assertThat(utc(ticket.reply().dueMillis())).isEqualTo("none");
        assertThat(utc(ticket.reply().firstDueMillis())).isEqualTo("2026-11-20T11:00");
    }

    @Test
    void aResumptionGoesOnWithTheTimeLeft() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .event("13:00", Kind.PAUSED)
                .on("2026-11-24")
                .event("15:00", Kind.RESUMED)
                .facts();

        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("2026-11-25T12:00");
    }

    @Test
    void aPauseAtNightTakesNoBusinessTimeAndSavesNone() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .event("18:00", Kind.PAUSED)
                .on("2026-11-23")
                .event("08:00", Kind.RESUMED)
                .facts();

        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("2026-11-23T10:00");
        assertThat(ticket.resolution().businessWaitMillis()).isEqualTo(7 * HOUR);
    }

    @Test
    void severalPausesAddUp() {
        TicketFacts ticket = new Ticket()
                .opened("09:00")
                .event("10:00", Kind.PAUSED)
                .event("11:00", Kind.RESUMED)
                .event("12:00", Kind.PAUSED)
                .event("16:30", Kind.RESUMED)
                .on("2026-11-23")
                .resolved("11:30", "AGENT", "a")
                .facts();

        assertThat(ticket.resolution().businessWaitMillis()).isEqualTo(5 * HOUR);
        assertThat(ticket.resolution().leftMillis()).isEqualTo(3 * HOUR);
        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("2026-11-23T14:30");
    }

    @Test
    void aMissedBreachStaysWhateverComesAfter() {
        TicketFacts ticket = new Ticket()
                .opened("09:00", "P1", false)
                .event("12:00", Kind.PAUSED)
                .on("2026-11-23")
                .event("12:00", Kind.RESUMED)
                .resolved("13:00", "AGENT", "a")
                .event("14:00", Kind.REOPENED)
                .facts();

        assertThat(ticket.policy()).isEqualTo("urgent");
        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(ticket.resolution().leftMillis()).isZero();
    }

    @Test
    void aPauseAtTheVeryInstantOfTheBreachIsNotMissed() {
        TicketFacts ticket = new Ticket()
                .opened("09:00", "P1", false)
                .event("11:00", Kind.PAUSED)
                .event("12:00", Kind.RESUMED)
                .facts();

        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("2026-11-20T12:00");
    }

    @Test
    void aResolutionOutOfAPauseIsInTime() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .event("13:00", Kind.PAUSED)
                .on("2026-12-20")
                .resolved("10:00", "SYSTEM", null)
                .facts();

        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("none");
        assertThat(ticket.resolution().targetMillis()).isEqualTo(8 * HOUR);
        assertThat(ticket.resolution().waitMillis()).isEqualTo(3 * HOUR);
    }

    @Test
    void aReopenGoesOnWithTheTimeLeftAndOwesAReply() {
        TicketFacts ticket = new Ticket()
                .opened("09:00")
                .reply("09:10", "a")
                .resolved("12:00", "AGENT", "a")
                .on("2026-11-23")
                .event("09:00", Kind.REOPENED)
                .facts();

        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("2026-11-23T14:00");
        assertThat(utc(ticket.reply().dueMillis())).isEqualTo("2026-11-23T13:00");
    }

    @Test
    void policyAndPriorityAreThoseOfWhenTheClockStarted() {
        long change = millis("2026-11-20T12:00");
        SlaPolicies policies = new SlaPolicies(
                List.of(
                        policy("old", Scope.ALL, 60, Long.MIN_VALUE, change),
                        policy("new", Scope.ALL, 30, change, Long.MAX_VALUE)),
                policy("default", Scope.ALL, 1));
        TicketFacts ticket = new Ticket()
                .under(policies)
                .opened("11:30")
                .event("11:45", Kind.PAUSED)
                .event("12:45", Kind.RESUMED)
                .reply("13:00", "a")
                .facts();

        assertThat(ticket.policy()).isEqualTo("old");
        assertThat(utc(ticket.reply().firstDueMillis())).isEqualTo("2026-11-20T12:30");
        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("2026-11-23T12:30");
        assertThat(utc(ticket.reply().dueMillis())).isEqualTo("2026-11-20T15:00");
    }

    @Test
    void theFirstPolicyThatCoversATicketIsIts() {
        SlaPolicies policies = new SlaPolicies(
                List.of(
                        policy("other shop", new Scope(Set.of("s2"), Set.of(), Set.of(), null), 1),
                        policy("other category", new Scope(Set.of(), Set.of(), Set.of("LOGISTICS"), null), 1),
                        policy("complaints", new Scope(Set.of(), Set.of(), Set.of(), true), 30),
                        policy("no complaints", new Scope(Set.of("s1"), Set.of("P3"), Set.of("QUALITY"), false), 45)),
                policy("default", Scope.ALL, 60));

        assertThat(new Ticket()
                        .under(policies)
                        .opened("10:00", "P3", true)
                        .facts()
                        .policy())
                .isEqualTo("complaints");
        assertThat(new Ticket()
                        .under(policies)
                        .opened("10:00", "P3", false)
                        .facts()
                        .policy())
                .isEqualTo("no complaints");
        assertThat(new Ticket()
                        .under(policies)
                        .opened("10:00", "P4", false)
                        .facts()
                        .policy())
                .isEqualTo("default");
    }

    @Test
    void withoutTargetsNothingIsDueButTheWaitIsMeasured() {
        SlaPolicy none = new SlaPolicy("none", Scope.ALL, 0, 0, 0, Ticket.OFFICE, Long.MIN_VALUE, Long.MAX_VALUE);
        TicketFacts ticket = new Ticket()
                .under(new SlaPolicies(List.of(), none))
                .opened("10:00")
                .reply("11:00", "a")
                .resolved("12:00", "AGENT", "a")
                .facts();

        assertThat(utc(ticket.reply().firstDueMillis())).isEqualTo("none");
        assertThat(utc(ticket.reply().dueMillis())).isEqualTo("none");
        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("none");
        assertThat(ticket.resolution().businessWaitMillis()).isEqualTo(2 * HOUR);
    }
}
