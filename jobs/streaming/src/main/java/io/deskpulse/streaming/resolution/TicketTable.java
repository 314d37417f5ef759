package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.ReplyClock;
import io.deskpulse.metrics.resolution.ResolutionClock;
import io.deskpulse.metrics.resolution.SlaPolicy;
import io.deskpulse.metrics.resolution.TicketCodec;
import io.deskpulse.metrics.resolution.TicketCourse;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketHistory;
import io.deskpulse.metrics.resolution.TicketHistory.Assignment;
import io.deskpulse.metrics.resolution.TicketHistory.Spell;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;

/** Table {@code ticket_facts}. */
public final class TicketTable {
    /** What a ticket puts into it. */
    public static final FactTable<FactRow<TicketFacts>> TABLE = FactTable.of("ticket_facts", "ticket_id", ticket());

    /** How its rows travel. */
    public static final FactRowCodec<TicketFacts> ROWS =
            new FactRowCodec<>(TicketCodec::writeFacts, TicketCodec::readFacts);

    private TicketTable() {}

    private static Columns<TicketFacts> ticket() {
        return new Columns<TicketFacts>()
                .day("day", TicketFacts::epochDay)
                .text("buyer_id", TicketFacts::buyerId)
                .text("order_id", TicketFacts::orderId)
                .text("conversation_id", TicketFacts::conversationId)
                .text("sku_id", TicketFacts::skuId)
                .word("category", TicketFacts::category)
                .word("priority", TicketFacts::priority)
                .bool("complaint", TicketFacts::isComplaint)
                .word("reason", TicketFacts::reason)
                .instant("first_event_at", TicketFacts::firstEventMillis)
                .instant("last_event_at", TicketFacts::lastEventMillis)
                .instantOrNull("opened_at", TicketFacts::openedMillis)
                .constant("status", TicketFacts::status)
                .word("assignee", TicketFacts::assignee)
                .uint32("assignments", TicketFacts::assignments)
                .bool("resolved", TicketFacts::isResolved)
                .instantOrNull("first_resolved_at", TicketFacts::firstResolvedMillis)
                .instantOrNull("last_resolved_at", TicketFacts::lastResolvedMillis)
                .constant("resolved_by", TicketFacts::resolvedBy)
                .word("resolving_agent", TicketFacts::resolvingAgent)
                .uint32("reopens", TicketFacts::reopens)
                .instantOrNull("last_reopened_at", TicketFacts::lastReopenedMillis)
                .instantOrNull("closed_at", TicketFacts::closedMillis)
                .instantOrNull("ended_at", TicketFacts::endedMillis)
                .text("merged_into", TicketFacts::mergedInto)
                .instantOrNull("merged_at", TicketFacts::mergedMillis)
                .of(TicketFacts::reply, replies())
                .word("sla_policy", TicketFacts::policy)
                .of(TicketFacts::resolution, resolution())
                .of(TicketFacts::course, course())
                .constants("anomalies", TicketFacts::anomalies)
                .of(TicketFacts::history, history());
    }

    private static Columns<ReplyClock> replies() {
        return new Columns<ReplyClock>()
                .instantOrNull("first_reply_at", ReplyClock::firstReplyMillis)
                .instantOrNull("last_reply_at", ReplyClock::lastReplyMillis)
                .word("first_replied_by", ReplyClock::firstReplyBy)
                .uint32("public_replies", ReplyClock::publicReplies)
                .int64OrNull("public_reply_seconds_sum", reply -> reply.waitMillis() / 1000)
                .uint32("internal_notes", ReplyClock::internalNotes)
                .int64OrNull("first_reply_target_ms", reply -> target(reply.firstTargetMillis()))
                .instantOrNull("first_reply_breach_at", ReplyClock::firstDueMillis)
                .instantOrNull("reply_breach_at", ReplyClock::dueMillis)
                .uint32("late_replies", ReplyClock::lateReplies);
    }

    private static Columns<ResolutionClock> resolution() {
        return new Columns<ResolutionClock>()
                .int64OrNull("resolution_target_ms", clock -> target(clock.targetMillis()))
                .instantOrNull("resolution_breach_at", ResolutionClock::dueMillis)
                .int64OrNull("resolution_left_ms", TicketTable::leftMillis)
                .int64("requester_wait_ms", ResolutionClock::waitMillis)
                .int64("business_wait_ms", ResolutionClock::businessWaitMillis)
                .instantOrNull("waiting_since", ResolutionClock::runningSinceMillis);
    }

    private static Columns<TicketCourse> course() {
        return new Columns<TicketCourse>()
                .uint32("escalations", TicketCourse::escalations)
                .word("escalated_to", TicketCourse::escalatedTo)
                .instantOrNull("intervened_at", TicketCourse::intervenedMillis)
                .instantOrNull("ruled_at", TicketCourse::ruledMillis)
                .word("ruled_for", TicketCourse::ruledFor)
                .word("solution", TicketCourse::solution)
                .int64OrNull("solution_fen", course -> course.solutionFen() < 0 ? Columns.NONE : course.solutionFen())
                .instantOrNull("solution_agreed_at", TicketCourse::agreedMillis)
                .instantOrNull("solution_due_at", TicketCourse::solutionDueMillis)
                .instantOrNull("solution_done_at", TicketCourse::doneMillis)
                .uint32("evidence", TicketCourse::evidence)
                .instantOrNull("first_evidence_at", TicketCourse::firstEvidenceMillis)
                .uint32("defects", TicketCourse::defects);
    }

    private static Columns<TicketHistory> history() {
        return new Columns<TicketHistory>()
                .nested(
                        "spells",
                        TicketHistory::spells,
                        new Columns<Spell>()
                                .instant("opened_at", Spell::fromMillis)
                                .instantOrNull("ended_at", Spell::untilMillis))
                .nested(
                        "assignees",
                        TicketHistory::assignments,
                        new Columns<Assignment>()
                                .instant("at", Assignment::atMillis)
                                .word("account", Assignment::account))
                .instants("buyer_reopened_at", TicketHistory::buyerReopenings);
    }

    private static long target(long millis) {
        return millis == SlaPolicy.NO_TARGET ? Columns.NONE : millis;
    }

    private static long leftMillis(ResolutionClock clock) {
        return clock.targetMillis() == SlaPolicy.NO_TARGET ? Columns.NONE : clock.leftMillis();
    }
}
