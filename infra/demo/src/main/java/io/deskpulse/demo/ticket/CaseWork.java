package io.deskpulse.demo.ticket;

import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.subject.Case;
import io.deskpulse.events.DefectNoted;
import io.deskpulse.events.Resolver;
import io.deskpulse.events.SolutionAgreed;
import io.deskpulse.events.SolutionDone;
import io.deskpulse.events.SolutionKind;
import io.deskpulse.events.TicketAssigned;
import io.deskpulse.events.TicketClosed;
import io.deskpulse.events.TicketMerged;
import io.deskpulse.events.TicketReplied;
import io.deskpulse.events.TicketResolved;
import java.util.List;

/** What accounts do to a ticket. They do it while somebody is at work, so the night is slow. */
final class CaseWork {

    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
    private static final long LOOKS_AGAIN_MILLIS = 15 * MINUTE_MILLIS;

    private CaseWork() {}

    static Step<Case> assigned() {
        return atWork(ticket -> {
            ticket.assign(ticket.shop().desk().anyAtWork(ticket.dice()));
            ticket.tell(new TicketAssigned(ticket.account().id()));
            return MINUTE_MILLIS + ticket.dice().around(18 * MINUTE_MILLIS, 0.8);
        });
    }

    /** A reply, or a note when the buyer cannot see it. */
    static Step<Case> replied(boolean visible) {
        return atWork(ticket -> {
            ticket.tell(new TicketReplied(ticket.account().id(), visible));
            return MINUTE_MILLIS + ticket.dice().around(25 * MINUTE_MILLIS, 0.9);
        });
    }

    static Step<Case> defectNoted() {
        return atWork(ticket -> {
            String severity =
                    List.of("MINOR", "MAJOR", "CRITICAL").get(ticket.dice().weighted(50, 40, 10));
            String attribute = ticket.wording().of("defect.attribute");
            String text = ticket.dice().chance(0.8) ? ticket.wording().of("defect") : null;
            ticket.tell(new DefectNoted(ticket.sku().id(), attribute, severity, text));
            return 3 * MINUTE_MILLIS;
        });
    }

    static Step<Case> solutionAgreed() {
        return atWork(ticket -> {
            SolutionKind kind = ticket.dice()
                    .pick(List.of(
                            SolutionKind.REFUND,
                            SolutionKind.RETURN_REFUND,
                            SolutionKind.EXCHANGE,
                            SolutionKind.RESHIP,
                            SolutionKind.REPAIR,
                            SolutionKind.COMPENSATION,
                            SolutionKind.EXPLANATION));
            Long fen = switch (kind) {
                case REFUND, RETURN_REFUND -> ticket.sku().priceFen();
                case COMPENSATION -> ticket.sku().priceFen() / 10;
                default -> null;
            };
            ticket.tell(new SolutionAgreed(kind, fen, ticket.inMillis(24 * HOUR_MILLIS)));
            return ticket.dice().millis(10 * MINUTE_MILLIS, 5 * HOUR_MILLIS);
        });
    }

    static Step<Case> solutionDone() {
        return atWork(ticket -> {
            ticket.tell(new SolutionDone());
            return ticket.dice().around(20 * MINUTE_MILLIS, 0.6);
        });
    }

    /** Resolved by an account when {@code by} says so, else without one. */
    static Step<Case> resolved(Resolver by) {
        return atWork(ticket -> {
            ticket.tell(
                    new TicketResolved(by == Resolver.AGENT ? ticket.account().id() : null, by));
            return ticket.dice().millis(HOUR_MILLIS / 2, 10 * HOUR_MILLIS);
        });
    }

    /** Somebody sees that it is the same matter as another. */
    static Step<Case> mergedInto(Case other) {
        return atWork(ticket -> {
            ticket.tell(new TicketMerged(other.id()));
            return 0;
        });
    }

    static Step<Case> closed() {
        return ticket -> {
            ticket.tell(new TicketClosed());
            return 0;
        };
    }

    private static Step<Case> atWork(Step<Case> work) {
        return ticket -> {
            if (ticket.shop().desk().isClosed()) {
                ticket.script().insert(atWork(work));
                return LOOKS_AGAIN_MILLIS;
            }
            return work.play(ticket);
        };
    }
}
