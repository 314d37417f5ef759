package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ReplyClock;
import io.deskpulse.metrics.resolution.ResolutionClock;
import io.deskpulse.metrics.resolution.SlaPolicy;
import io.deskpulse.metrics.resolution.TicketCourse;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketHistory;
import io.deskpulse.streaming.sinks.RowStatement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;

/** Writes {@link TicketRow}s to table {@code ticket_facts}. */
public final class TicketStatement implements RowStatement<TicketRow> {

    @Override
    public String table() {
        return "ticket_facts";
    }

    @Override
    public Object[] values(TicketRow row) {
        TicketFacts ticket = row.facts();
        return Stream.of(
                        opening(row, ticket),
                        end(ticket),
                        replies(ticket.reply()),
                        resolution(ticket),
                        course(ticket.course()),
                        new Object[] {Columns.names(ticket.anomalies())},
                        history(ticket.history()))
                .flatMap(Arrays::stream)
                .toArray();
    }

    private static Object[] opening(TicketRow row, TicketFacts ticket) {
        return new Object[] {
            row.shopId(),
            row.ticketId(),
            row.version(),
            LocalDate.ofEpochDay(ticket.epochDay()),
            ticket.buyerId(),
            Columns.text(ticket.orderId()),
            Columns.text(ticket.conversationId()),
            Columns.text(ticket.skuId()),
            Columns.text(ticket.category()),
            Columns.text(ticket.priority()),
            ticket.isComplaint(),
            Columns.text(ticket.reason()),
            Columns.instant(ticket.firstEventMillis()),
            Columns.instant(ticket.lastEventMillis()),
            Columns.instant(ticket.openedMillis()),
            ticket.status().name(),
            Columns.text(ticket.assignee()),
            ticket.assignments()
        };
    }

    private static Object[] end(TicketFacts ticket) {
        return new Object[] {
            ticket.isResolved(),
            Columns.instant(ticket.firstResolvedMillis()),
            Columns.instant(ticket.lastResolvedMillis()),
            Columns.name(ticket.resolvedBy()),
            Columns.text(ticket.resolvingAgent()),
            ticket.reopens(),
            Columns.instant(ticket.lastReopenedMillis()),
            Columns.instant(ticket.closedMillis()),
            Columns.instant(ticket.endedMillis())
        };
    }

    private static Object[] replies(ReplyClock reply) {
        return new Object[] {
            Columns.instant(reply.firstReplyMillis()),
            Columns.instant(reply.lastReplyMillis()),
            Columns.text(reply.firstReplyBy()),
            reply.publicReplies(),
            reply.internalNotes(),
            target(reply.firstTargetMillis()),
            Columns.instant(reply.firstDueMillis()),
            Columns.instant(reply.dueMillis()),
            reply.lateReplies()
        };
    }

    private static Object[] resolution(TicketFacts ticket) {
        ResolutionClock clock = ticket.resolution();
        return new Object[] {
            Columns.text(ticket.policy()),
            target(clock.targetMillis()),
            Columns.instant(clock.dueMillis()),
            clock.targetMillis() == SlaPolicy.NO_TARGET ? null : clock.leftMillis(),
            clock.waitMillis(),
            clock.businessWaitMillis(),
            Columns.instant(clock.runningSinceMillis())
        };
    }

    private static Object[] course(TicketCourse course) {
        return new Object[] {
            course.escalations(),
            Columns.text(course.escalatedTo()),
            Columns.instant(course.intervenedMillis()),
            Columns.instant(course.ruledMillis()),
            Columns.text(course.ruledFor()),
            Columns.text(course.solution()),
            course.solutionFen() < 0 ? null : course.solutionFen(),
            Columns.instant(course.agreedMillis()),
            Columns.instant(course.solutionDueMillis()),
            Columns.instant(course.doneMillis()),
            course.evidence(),
            Columns.instant(course.firstEvidenceMillis()),
            course.defects()
        };
    }

    private static Object[] history(TicketHistory history) {
        return new Object[] {
            Columns.column(history.spells(), spell -> Columns.instant(spell.fromMillis())),
            Columns.column(history.spells(), spell -> Columns.instant(spell.untilMillis())),
            Columns.column(history.assignments(), assignment -> Columns.instant(assignment.atMillis())),
            Columns.column(history.assignments(), assignment -> Columns.text(assignment.account()))
        };
    }

    private static Long target(long millis) {
        return millis == SlaPolicy.NO_TARGET ? null : millis;
    }
}
