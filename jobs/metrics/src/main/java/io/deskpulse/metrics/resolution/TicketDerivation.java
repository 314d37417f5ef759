package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.resolution.TicketFacts.Resolver;
import io.deskpulse.metrics.resolution.TicketFacts.Status;
import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.ShopZones;
import java.util.function.Consumer;

/**
 * The facts of a ticket, from its events in order (docs/metrics.md).
 *
 * <p>One row per ticket, which is also the automaton's state; it advances in O(1) per event, apart from the days that a due
 * instant lies ahead. Not thread-safe: it remembers the calendar day last looked at.
 */
public final class TicketDerivation implements Derivation<TicketTimelineEvent, TicketFacts, TicketFacts> {
    private final ShopZones zones;
    private final SlaPolicies policies;

    /** Facts by the calendar of each shop and the policies as they were when a clock started. */
    public TicketDerivation(ShopZones zones, SlaPolicies policies) {
        this.zones = zones;
        this.policies = policies;
    }

    @Override
    public EventForm<TicketTimelineEvent> events() {
        return TicketTimelineEventForm.INSTANCE;
    }

    @Override
    public TicketFacts start() {
        return new TicketFacts();
    }

    @Override
    public boolean atRest(TicketFacts ticket) {
        return ticket.status.isEnd();
    }

    @Override
    public void live(TicketFacts ticket, Consumer<TicketFacts> rows) {
        if (ticket.firstEventMillis != TicketFacts.NONE) {
            rows.accept(ticket);
        }
    }

    @Override
    public void advance(TicketFacts ticket, TicketTimelineEvent event, Consumer<TicketFacts> finished) {
        if (ticket.firstEventMillis == TicketFacts.NONE) {
            ticket.shopId = event.shopId();
            ticket.firstEventMillis = event.timeMillis();
            ticket.epochDay = zones.of(event.shopId()).epochDay(event.timeMillis());
            ticket.history.opened(event.timeMillis(), true);
        }
        ticket.lastEventMillis = event.timeMillis();
        about(ticket, event.subject());
        Step step = new Step(ticket, event, event.timeMillis());
        switch (event.kind()) {
            case OPENED -> step.opened();
            case ASSIGNED -> step.assigned();
            case REPLIED -> step.replied();
            case PAUSED -> step.paused();
            case RESUMED -> step.resumed();
            case ESCALATED -> ticket.course.escalated(event);
            case RULED -> ticket.course.ruled(event);
            case SOLUTION_AGREED -> step.agreed();
            case SOLUTION_DONE -> step.done();
            case RESOLVED -> step.resolved();
            case REOPENED -> step.reopened();
            case CLOSED -> step.closed();
            case EVIDENCE_SUPPLIED -> ticket.course.evidenceSupplied(event.timeMillis());
            case DEFECT_NOTED -> ticket.course.defects++;
            case MERGED -> step.merged();
        }
    }

    private static void about(TicketFacts ticket, TicketTimelineEvent.Subject subject) {
        if (ticket.buyerId == null) {
            ticket.buyerId = subject.buyerId();
        } else if (!ticket.buyerId.equals(subject.buyerId())) {
            ticket.is(Anomaly.BUYER_CHANGED);
        }
        if (ticket.orderId == null) {
            ticket.orderId = subject.orderId();
        } else if (subject.orderId() != null && !ticket.orderId.equals(subject.orderId())) {
            ticket.is(Anomaly.ORDER_CHANGED);
        }
        ticket.conversationId = ticket.conversationId == null ? subject.conversationId() : ticket.conversationId;
        ticket.skuId = ticket.skuId == null ? subject.skuId() : ticket.skuId;
    }

    /** One event's effect on the ticket. */
    private final class Step {
        private final TicketFacts ticket;
        private final TicketTimelineEvent event;
        private final long atMillis;

        Step(TicketFacts ticket, TicketTimelineEvent event, long atMillis) {
            this.ticket = ticket;
            this.event = event;
            this.atMillis = atMillis;
        }

        void opened() {
            if (ticket.isOpened()) {
                ticket.is(Anomaly.OPENED_TWICE);
                return;
            }
            if (ticket.lastResolvedMillis != TicketFacts.NONE) {
                ticket.is(Anomaly.RESOLVED_BEFORE_OPENING);
            } else if (ticket.firstEventMillis < atMillis) {
                ticket.is(Anomaly.EVENT_BEFORE_OPENING);
            }
            ticket.openedMillis = atMillis;
            ticket.history.opened(atMillis, !ticket.status.isEnd());
            ticket.epochDay = zones.of(event.shopId()).epochDay(atMillis);
            ticket.category = event.label();
            ticket.priority = event.priority();
            ticket.reason = event.reason();
            ticket.complaint = event.flag();
            SlaPolicy policy = policyAtOpening();
            ticket.policy = policy.name();
            ticket.reply.opened(atMillis, policy, ticket.status == Status.OPEN);
            ticket.resolution.set(policy);
            if (ticket.status == Status.OPEN) {
                ticket.resolution.start(atMillis, policy);
            }
        }

        void assigned() {
            ticket.history.assigned(atMillis, event.account());
            ticket.assignments++;
        }

        void replied() {
            if (!event.flag()) {
                ticket.reply.internalNotes++;
                return;
            }
            ticket.reply.replied(atMillis, event.account());
            if (ticket.status == Status.OPEN) {
                restartReplyClock();
            }
        }

        void paused() {
            if (ticket.status.isEnd()) {
                afterEnd(Anomaly.PAUSED_AFTER_END);
            } else if (ticket.status == Status.OPEN) {
                ticket.status = Status.PAUSED;
                ticket.reply.withdraw();
                if (ticket.isOpened()) {
                    ticket.resolution.pause(atMillis, policyAtOpening());
                }
            }
        }

        void resumed() {
            if (ticket.status.isEnd()) {
                afterEnd(Anomaly.PAUSED_AFTER_END);
            } else if (ticket.status == Status.PAUSED) {
                run();
            } else {
                ticket.is(Anomaly.RESUMED_WHILE_RUNNING);
            }
        }

        void agreed() {
            if (event.dueMillis() != TicketFacts.NONE && event.dueMillis() < atMillis) {
                ticket.is(Anomaly.SOLUTION_DUE_BEFORE_AGREED);
            }
            ticket.course.agreed(event);
        }

        void done() {
            if (ticket.course.agreedMillis == TicketFacts.NONE) {
                ticket.is(Anomaly.SOLUTION_NOT_AGREED);
            } else {
                ticket.course.done(atMillis);
            }
        }

        /** A word that comes on top of another (the buyer confirms, a time-out closes) never weakens it. */
        void resolved() {
            if (ticket.status == Status.MERGED) {
                return;
            }
            if (ticket.status == Status.CLOSED) {
                ticket.is(Anomaly.RESOLVED_AFTER_CLOSING);
            }
            Resolver by = Resolver.valueOf(event.label());
            if (!ticket.resolved) {
                ticket.resolvedBy = by;
                ticket.resolvingAgent = event.account();
            } else {
                ticket.resolvedBy = by.compareTo(ticket.resolvedBy) > 0 ? by : ticket.resolvedBy;
                ticket.resolvingAgent = event.account() == null ? ticket.resolvingAgent : event.account();
            }
            ticket.resolved = true;
            ticket.lastResolvedMillis = atMillis;
            if (ticket.firstResolvedMillis == TicketFacts.NONE) {
                ticket.firstResolvedMillis = atMillis;
            }
            if (!ticket.status.isEnd()) {
                end(Status.RESOLVED);
            }
        }

        void reopened() {
            if (!ticket.status.isEnd()) {
                ticket.is(Anomaly.REOPENED_WHILE_OPEN);
                return;
            }
            if (event.label() == null || event.label().equals(Resolver.BUYER.name())) {
                ticket.history.buyerReopenings.add(atMillis);
            }
            if (ticket.status == Status.MERGED) {
                return;
            }
            ticket.reopens++;
            ticket.lastReopenedMillis = atMillis;
            ticket.resolved = false;
            ticket.closedMillis = TicketFacts.NONE;
            ticket.endedMillis = TicketFacts.NONE;
            ticket.history.reopened(atMillis);
            run();
        }

        void closed() {
            if (ticket.status == Status.MERGED) {
                return;
            }
            if (ticket.status == Status.CLOSED) {
                ticket.is(Anomaly.CLOSED_TWICE);
                return;
            }
            ticket.closedMillis = atMillis;
            end(Status.CLOSED);
        }

        /** The first merge counts. */
        void merged() {
            if (ticket.status != Status.MERGED) {
                ticket.mergedInto = event.label();
                ticket.mergedMillis = atMillis;
                end(Status.MERGED);
            }
        }

        /** What comes after a merge is no anomaly: the matter goes on elsewhere. */
        private void afterEnd(Anomaly anomaly) {
            if (ticket.status != Status.MERGED) {
                ticket.is(anomaly);
            }
        }

        private void run() {
            ticket.status = Status.OPEN;
            if (ticket.isOpened()) {
                ticket.resolution.start(atMillis, policyAtOpening());
                restartReplyClock();
            }
        }

        private void end(Status status) {
            if (!ticket.status.isEnd()) {
                ticket.endedMillis = atMillis;
                ticket.history.ended(atMillis);
                ticket.reply.withdraw();
                if (ticket.isOpened()) {
                    ticket.resolution.stop(atMillis, policyAtOpening());
                }
            }
            ticket.status = status;
        }

        private void restartReplyClock() {
            if (ticket.isOpened()) {
                ticket.reply.restart(atMillis, policies.at(atMillis, ticket));
            }
        }

        private SlaPolicy policyAtOpening() {
            return policies.at(ticket.openedMillis, ticket);
        }
    }
}
