package io.deskpulse.metrics.resolution;

import static io.deskpulse.metrics.resolution.Ticket.millis;
import static io.deskpulse.metrics.resolution.Ticket.utc;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.TicketFacts.Resolver;
import io.deskpulse.metrics.resolution.TicketFacts.Status;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import io.deskpulse.metrics.timeline.Retention;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a ticket, beside its clocks. */
class TicketDerivationTest {

    @Test
    void aTicketFromItsOpeningToItsClose() {
        TicketFacts ticket = new Ticket()
                .opened("10:00", "P3", true)
                .event("10:01", Kind.ASSIGNED, "a")
                .note("10:02", "b")
                .reply("10:10", "a")
                .resolved("11:00", "BUYER", "a")
                .on("2026-11-27")
                .event("10:00", Kind.CLOSED)
                .facts();

        assertThat(ticket.status()).isEqualTo(Status.CLOSED);
        assertThat(ticket.isResolved()).isTrue();
        assertThat(ticket.isComplaint()).isTrue();
        assertThat(ticket.category()).isEqualTo("QUALITY");
        assertThat(ticket.resolvedBy()).isEqualTo(Resolver.BUYER);
        assertThat(ticket.resolvingAgent()).isEqualTo("a");
        assertThat(ticket.reply().publicReplies()).isEqualTo(1);
        assertThat(ticket.reply().internalNotes()).isEqualTo(1);
        assertThat(utc(ticket.reply().firstReplyMillis())).isEqualTo("2026-11-20T10:10");
        assertThat(utc(ticket.endedMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(utc(ticket.closedMillis())).isEqualTo("2026-11-27T10:00");
        assertThat(ticket.reopens()).isZero();
        assertThat(ticket.anomalies()).isEmpty();
    }

    @Test
    void theRowLiesOnTheShopsDayOfTheOpening() {
        assertThat(new Ticket().opened("17:00").facts().epochDay())
                .isEqualTo(LocalDate.of(2026, 11, 21).toEpochDay());
    }

    @Test
    void aReopenTakesTheResolutionBack() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .resolved("11:00", "AGENT", "a")
                .event("11:30", Kind.CLOSED)
                .event("12:00", Kind.REOPENED)
                .facts();

        assertThat(ticket.status()).isEqualTo(Status.OPEN);
        assertThat(ticket.isResolved()).isFalse();
        assertThat(ticket.reopens()).isEqualTo(1);
        assertThat(utc(ticket.lastResolvedMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(utc(ticket.closedMillis())).isEqualTo("none");
        assertThat(utc(ticket.endedMillis())).isEqualTo("none");
    }

    @Test
    void whoeverResolvedLastIsCredited() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .resolved("11:00", "BUYER", "a")
                .event("12:00", Kind.REOPENED)
                .resolved("13:00", "AGENT", "b")
                .facts();

        assertThat(ticket.resolvingAgent()).isEqualTo("b");
        assertThat(ticket.resolvedBy()).isEqualTo(Resolver.AGENT);
        assertThat(utc(ticket.firstResolvedMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(utc(ticket.lastResolvedMillis())).isEqualTo("2026-11-20T13:00");
    }

    @Test
    void aTimeOutNeverWeakensTheWordOfTheBuyerOrDiscreditsTheAgent() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .resolved("11:00", "AGENT", "a")
                .resolved("12:00", "BUYER", null)
                .resolved("13:00", "SYSTEM", null)
                .facts();

        assertThat(ticket.resolvedBy()).isEqualTo(Resolver.BUYER);
        assertThat(ticket.resolvingAgent()).isEqualTo("a");
        assertThat(utc(ticket.endedMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(utc(ticket.lastResolvedMillis())).isEqualTo("2026-11-20T13:00");
        assertThat(ticket.anomalies()).isEmpty();
    }

    @Test
    void aReopenWhileOpenCountsNothing() {
        TicketFacts ticket =
                new Ticket().opened("10:00").event("10:30", Kind.REOPENED).facts();

        assertThat(ticket.reopens()).isZero();
        assertThat(ticket.anomalies()).containsExactly(Anomaly.REOPENED_WHILE_OPEN);
    }

    @Test
    void aTicketMayBeReopenedManyTimes() {
        Ticket ticket = new Ticket().opened("09:00");
        for (int hour = 10; hour < 16; hour++) {
            ticket.resolved(hour + ":00", "AGENT", "a").event(hour + ":30", Kind.REOPENED);
        }

        assertThat(ticket.facts().reopens()).isEqualTo(6);
    }

    @Test
    void aResolutionAfterTheCloseCountsAndIsNamed() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .event("11:00", Kind.CLOSED)
                .resolved("12:00", "BUYER", "a")
                .event("13:00", Kind.CLOSED)
                .facts();

        assertThat(ticket.status()).isEqualTo(Status.CLOSED);
        assertThat(ticket.isResolved()).isTrue();
        assertThat(utc(ticket.closedMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(ticket.anomalies()).containsExactly(Anomaly.RESOLVED_AFTER_CLOSING, Anomaly.CLOSED_TWICE);
    }

    @Test
    void aCloseAloneIsNoResolution() {
        TicketFacts ticket =
                new Ticket().opened("10:00").event("11:00", Kind.CLOSED).facts();

        assertThat(ticket.isResolved()).isFalse();
        assertThat(utc(ticket.endedMillis())).isEqualTo("2026-11-20T11:00");
    }

    @Test
    void theRowExistsBeforeTheOpeningIsKnown() {
        TicketFacts ticket =
                new Ticket().reply("10:00", "a").resolved("11:00", "AGENT", "a").facts();

        assertThat(utc(ticket.openedMillis())).isEqualTo("none");
        assertThat(ticket.isResolved()).isTrue();
        assertThat(ticket.policy()).isNull();
        assertThat(utc(ticket.resolution().dueMillis())).isEqualTo("none");
        assertThat(ticket.anomalies()).containsExactly(Anomaly.NOT_OPENED);
    }

    @Test
    void resolvedBeforeOpenedIsNamedAndItsClocksNeverRun() {
        TicketFacts ticket =
                new Ticket().resolved("10:00", "AGENT", "a").opened("11:00").facts();

        assertThat(ticket.status()).isEqualTo(Status.RESOLVED);
        assertThat(ticket.resolution().waitMillis()).isZero();
        assertThat(utc(ticket.resolution().runningSinceMillis())).isEqualTo("none");
        assertThat(ticket.anomalies()).containsExactly(Anomaly.RESOLVED_BEFORE_OPENING);
    }

    @Test
    void otherEventsBeforeTheOpeningAreNamed() {
        TicketFacts ticket =
                new Ticket().event("10:00", Kind.ASSIGNED, "a").opened("11:00").facts();

        assertThat(ticket.assignee()).isEqualTo("a");
        assertThat(utc(ticket.resolution().runningSinceMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(ticket.anomalies()).containsExactly(Anomaly.EVENT_BEFORE_OPENING);
    }

    @Test
    void theFirstOpeningCounts() {
        TicketFacts ticket = new Ticket()
                .opened("10:00", "P1", true)
                .opened("11:00", "P3", false)
                .facts();

        assertThat(ticket.priority()).isEqualTo("P1");
        assertThat(utc(ticket.openedMillis())).isEqualTo("2026-11-20T10:00");
        assertThat(ticket.anomalies()).containsExactly(Anomaly.OPENED_TWICE);
    }

    @Test
    void pausesThatCannotBeAreNamedAndTouchNothing() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .event("10:10", Kind.RESUMED)
                .resolved("11:00", "AGENT", "a")
                .event("11:10", Kind.PAUSED)
                .facts();

        assertThat(ticket.status()).isEqualTo(Status.RESOLVED);
        assertThat(ticket.resolution().waitMillis()).isEqualTo(3_600_000);
        assertThat(ticket.anomalies()).containsExactly(Anomaly.PAUSED_AFTER_END, Anomaly.RESUMED_WHILE_RUNNING);
    }

    @Test
    void solutionsAreAgreedDueAndDone() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .agreed("10:10", "REFUND", 4950, "2026-11-21T10:10")
                .event("12:00", Kind.SOLUTION_DONE)
                .event("13:00", Kind.SOLUTION_DONE)
                .facts();

        assertThat(ticket.course().solution()).isEqualTo("REFUND");
        assertThat(ticket.course().solutionFen()).isEqualTo(4950);
        assertThat(utc(ticket.course().solutionDueMillis())).isEqualTo("2026-11-21T10:10");
        assertThat(utc(ticket.course().doneMillis())).isEqualTo("2026-11-20T12:00");
    }

    @Test
    void theLastAgreementCountsAndIsYetToBeDone() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .agreed("10:10", "REFUND", 4950, "2026-11-21T10:10")
                .event("12:00", Kind.SOLUTION_DONE)
                .agreed("14:00", "RESHIP", -1, "2026-11-23T10:00")
                .facts();

        assertThat(ticket.course().solution()).isEqualTo("RESHIP");
        assertThat(ticket.course().solutionFen()).isEqualTo(-1);
        assertThat(utc(ticket.course().doneMillis())).isEqualTo("none");
    }

    @Test
    void solutionsThatCannotBeAreNamed() {
        assertThat(new Ticket()
                        .opened("10:00")
                        .event("11:00", Kind.SOLUTION_DONE)
                        .agreed("12:00", "REFUND", 1, "2026-11-20T11:59")
                        .facts()
                        .anomalies())
                .containsExactly(Anomaly.SOLUTION_NOT_AGREED, Anomaly.SOLUTION_DUE_BEFORE_AGREED);
    }

    @Test
    void aSolutionDoneThatNobodyAgreedIsNotKept() {
        TicketFacts ticket =
                new Ticket().opened("10:00").event("11:00", Kind.SOLUTION_DONE).facts();

        assertThat(ticket.course().doneMillis()).isEqualTo(TicketFacts.NONE);
        assertThat(ticket.anomalies()).containsExactly(Anomaly.SOLUTION_NOT_AGREED);
    }

    @Test
    void aReplyOlderThanTheOpeningIsNoneOfThisTicket() {
        TicketFacts ticket = new Ticket()
                .on("2026-11-19")
                .reply("15:00", "a")
                .on("2026-11-20")
                .opened("09:00")
                .reply("14:00", "b")
                .resolved("15:00", "AGENT", "b")
                .facts();

        assertThat(Ticket.utc(ticket.reply().firstReplyMillis())).isEqualTo("2026-11-20T14:00");
        assertThat(ticket.reply().firstReplyBy()).isEqualTo("b");
        assertThat(ticket.reply().publicReplies()).isEqualTo(1);
        assertThat(Ticket.utc(ticket.reply().firstDueMillis())).isEqualTo("2026-11-20T10:00");
        assertThat(ticket.anomalies()).containsExactly(Anomaly.EVENT_BEFORE_OPENING);
    }

    @Test
    void aReplyInTheMillisecondOfTheOpeningIsAReplyWhateverItsId() {
        TicketFacts ticket = new Ticket()
                .reply("08:00", "a")
                .reply("09:00", "b")
                .reply("09:00", "c")
                .opened("09:00")
                .facts();

        assertThat(ticket.reply().publicReplies()).isEqualTo(2);
        assertThat(ticket.reply().firstReplyBy()).isEqualTo("b");
        assertThat(Ticket.utc(ticket.reply().firstReplyMillis())).isEqualTo("2026-11-20T09:00");
    }

    @Test
    void aResolutionAfterAReopenThatNamesNobodyIsCreditedToNobody() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .resolved("11:00", "AGENT", "a")
                .event("12:00", Kind.REOPENED)
                .resolved("13:00", "SYSTEM", null)
                .facts();

        assertThat(ticket.resolvingAgent()).isNull();
    }

    @Test
    void thePlatformComesInByAnEscalationOrByItsRuling() {
        TicketFacts escalated = new Ticket()
                .opened("10:00")
                .event("10:30", Kind.ESCALATED, "SUPERVISOR")
                .event("11:00", Kind.ESCALATED, "PLATFORM")
                .event("12:00", Kind.RULED, "BUYER")
                .facts();
        TicketFacts ruled = new Ticket()
                .opened("10:00")
                .event("12:00", Kind.RULED, "SELLER")
                .facts();

        assertThat(escalated.course().escalations()).isEqualTo(2);
        assertThat(escalated.course().escalatedTo()).isEqualTo("PLATFORM");
        assertThat(utc(escalated.course().intervenedMillis())).isEqualTo("2026-11-20T11:00");
        assertThat(escalated.course().ruledFor()).isEqualTo("BUYER");
        assertThat(utc(ruled.course().intervenedMillis())).isEqualTo("2026-11-20T12:00");
    }

    @Test
    void evidenceAndDefectsAreCounted() {
        TicketFacts ticket = new Ticket()
                .opened("10:00")
                .event("10:10", Kind.EVIDENCE_SUPPLIED)
                .event("10:20", Kind.EVIDENCE_SUPPLIED)
                .event("10:30", Kind.DEFECT_NOTED)
                .facts();

        assertThat(ticket.course().evidence()).isEqualTo(2);
        assertThat(utc(ticket.course().firstEvidenceMillis())).isEqualTo("2026-11-20T10:10");
        assertThat(ticket.course().defects()).isEqualTo(1);
    }

    @Test
    void whatItIsAboutIsTheFirstThingToldAndChangesAreNamed() {
        TicketFacts ticket = new Ticket()
                .about("b1", null, null)
                .opened("10:00")
                .about("b1", "o1", "k1")
                .event("10:10", Kind.EVIDENCE_SUPPLIED)
                .about("b2", "o2", "k2")
                .event("10:20", Kind.EVIDENCE_SUPPLIED)
                .facts();

        assertThat(ticket.buyerId()).isEqualTo("b1");
        assertThat(ticket.orderId()).isEqualTo("o1");
        assertThat(ticket.skuId()).isEqualTo("k1");
        assertThat(ticket.anomalies()).containsExactly(Anomaly.BUYER_CHANGED, Anomaly.ORDER_CHANGED);
    }

    @Test
    void aReopenLongAfterTheEndStillFindsItsTicket() {
        List<TicketTimelineEvent> events = new Ticket()
                .opened("10:00")
                .resolved("11:00", "AGENT", "a")
                .on("2026-12-30")
                .event("11:00", Kind.REOPENED)
                .events();

        List<TicketFacts> rows = Ticket.derive(events, Ticket.POLICIES, Retention.TICKETS);

        assertThat(rows).singleElement().satisfies(ticket -> {
            assertThat(ticket.reopens()).isEqualTo(1);
            assertThat(ticket.openedMillis()).isEqualTo(millis("2026-11-20T10:00"));
        });
    }

    @Test
    void whatComesAfterTheTicketWasForgottenIsTooLate() {
        List<TicketTimelineEvent> events = new Ticket()
                .opened("10:00")
                .resolved("11:00", "AGENT", "a")
                .on("2027-01-29")
                .event("11:00:00.001", Kind.REOPENED)
                .events();

        assertThat(Ticket.derive(events, Ticket.POLICIES, Retention.TICKETS))
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.reopens()).isZero());
    }

    @Test
    void noEventsGiveNoRow() {
        assertThat(Ticket.derive(List.of(), Ticket.POLICIES, Retention.FOREVER)).isEmpty();
    }
}
