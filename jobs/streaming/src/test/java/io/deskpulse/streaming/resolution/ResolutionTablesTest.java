package io.deskpulse.streaming.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.CallPromiseEvent.Kind;
import io.deskpulse.metrics.resolution.CallPromiseFacts;
import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.StoredRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each of the two tables reads of a story. */
class ResolutionTablesTest {

    @Test
    void aTicketReadsAsTheStoryWasTold() {
        TicketFacts ticket = new Ticket()
                .about("b1", "o1", "k1")
                .opened("02:00:00", "P1", true)
                .event("02:10:00", TicketTimelineEvent.Kind.ASSIGNED, "a")
                .note("02:20:00", "a")
                .reply("02:30:00", "a")
                .event("02:40:00", TicketTimelineEvent.Kind.ESCALATED, "PLATFORM")
                .agreed("02:50:00", "REFUND", 500, "2026-11-21T02:00:00")
                .resolved("03:00:00", "AGENT", "a")
                .facts();

        assertThat(StoredRow.of(TicketTable.TABLE, new FactRow<>("s1", "t1", 7, ticket)))
                .hasToString("{shop_id=s1, ticket_id=t1, version=7, is_deleted=0, superseded=0, superseded_example=,"
                        + " day=2026-11-20, buyer_id=b1, order_id=o1,"
                        + " conversation_id=, sku_id=k1, category=QUALITY, priority=P1, complaint=true,"
                        + " reason=, first_event_at=2026-11-20T02:00:00Z, last_event_at=2026-11-20T03:00:00Z,"
                        + " opened_at=2026-11-20T02:00:00Z, status=RESOLVED, assignee=a, assignments=1,"
                        + " resolved=true, first_resolved_at=2026-11-20T03:00:00Z,"
                        + " last_resolved_at=2026-11-20T03:00:00Z, resolved_by=AGENT, resolving_agent=a,"
                        + " reopens=0, last_reopened_at=null, closed_at=null, ended_at=2026-11-20T03:00:00Z,"
                        + " merged_into=, merged_at=null,"
                        + " first_reply_at=2026-11-20T02:30:00Z, last_reply_at=2026-11-20T02:30:00Z,"
                        + " first_replied_by=a, public_replies=1,"
                        + " public_reply_seconds_sum=1800, internal_notes=1,"
                        + " first_reply_target_ms=900000, first_reply_breach_at=2026-11-20T09:15:00Z,"
                        + " reply_breach_at=null, late_replies=0, sla_policy=urgent,"
                        + " resolution_target_ms=7200000, resolution_breach_at=2026-11-20T11:00:00Z,"
                        + " resolution_left_ms=7200000, requester_wait_ms=3600000, business_wait_ms=0,"
                        + " waiting_since=null, escalations=1, escalated_to=PLATFORM,"
                        + " intervened_at=2026-11-20T02:40:00Z, ruled_at=null, ruled_for=, solution=REFUND,"
                        + " solution_fen=500, solution_agreed_at=2026-11-20T02:50:00Z,"
                        + " solution_due_at=2026-11-21T02:00:00Z, solution_done_at=null, evidence=0,"
                        + " first_evidence_at=null, defects=0, anomalies=[],"
                        + " spells.opened_at=[2026-11-20T02:00:00Z], spells.ended_at=[2026-11-20T03:00:00Z],"
                        + " assignees.at=[2026-11-20T02:10:00Z], assignees.account=[a],"
                        + " buyer_reopened_at=[]}");
    }

    @Test
    void aCallAndAPromiseReadAsTheStoryWasTold() {
        CallPromiseFacts contact = ResolutionRows.callPromiseFamily(Retention.FOREVER)
                .derivation()
                .derive(
                        List.of(
                                event("02:00:00", Kind.RANG, null, "OUTBOUND", null, true, TicketFacts.NONE),
                                event("02:00:20", Kind.ANSWERED, "a", null, null, null, TicketFacts.NONE),
                                event(
                                        "02:01:00",
                                        Kind.PROMISE_MADE,
                                        "a",
                                        "CALL_BACK",
                                        "p1",
                                        null,
                                        Ticket.millis("2026-11-20T10:00:00")),
                                event("02:05:00", Kind.RELEASED, null, "BUYER", "NORMAL", null, TicketFacts.NONE)),
                        Retention.FOREVER)
                .get(0);

        assertThat(StoredRow.of(CallPromiseTable.TABLE, new FactRow<>("s1", "c1", 4, contact)))
                .hasToString("{shop_id=s1, conversation_id=c1, version=4, is_deleted=0, superseded=0,"
                        + " superseded_example=, day=2026-11-20, buyer_id=b1,"
                        + " channel=PHONE, first_event_at=2026-11-20T02:00:00Z,"
                        + " last_event_at=2026-11-20T02:05:00Z, has_call=true, direction=OUTBOUND,"
                        + " consent=true, rang_at=2026-11-20T02:00:00Z, answered_at=2026-11-20T02:00:20Z,"
                        + " answered_by=a, released_at=2026-11-20T02:05:00Z, released_by=BUYER, cause=NORMAL,"
                        + " wrapped_up_at=null, wrapped_up_by=, problem=, solution=, follow_up_due_at=null,"
                        + " anomalies=[], legs.account=[a], legs.from_at=[2026-11-20T02:00:20Z],"
                        + " legs.until_at=[2026-11-20T02:05:00Z], promises.promise_id=[p1], promises.day=[2026-11-20],"
                        + " promises.account=[a], promises.kind=[CALL_BACK],"
                        + " promises.made_at=[2026-11-20T02:01:00Z], promises.due_at=[2026-11-20T10:00:00Z],"
                        + " promises.kept_at=[null]}");
    }

    private static CallPromiseEvent event(
            String time, Kind kind, String account, String label, String detail, Boolean consent, long dueMillis) {
        long at = Ticket.millis("2026-11-20T" + time);
        return new CallPromiseEvent(
                "s1", "c1", kind + " " + time, at, kind, "b1", "PHONE", account, label, detail, consent, dueMillis);
    }
}
