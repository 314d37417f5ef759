package io.deskpulse.demo.ticket;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.subject.Case;
import io.deskpulse.demo.subject.Topic;
import io.deskpulse.events.EscalationTarget;
import io.deskpulse.events.EvidenceSupplied;
import io.deskpulse.events.PlatformRuled;
import io.deskpulse.events.Resolver;
import io.deskpulse.events.RulingSide;
import io.deskpulse.events.TicketEscalated;
import io.deskpulse.events.TicketOpened;
import io.deskpulse.events.TicketPaused;
import io.deskpulse.events.TicketReopened;
import io.deskpulse.events.TicketResumed;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a ticket: from opened to closed, some by way of the platform, some more than once. */
public final class TicketStories {

    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
    private static final double COMPLAINT_RATIO = 0.2;
    private static final double WAITS_FOR_BUYER_RATIO = 0.3;
    private static final double REOPENED_RATIO = 0.08;
    private static final double NOTE_FIRST_RATIO = 0.2;
    private static final double WRITES_TWICE_RATIO = 0.04;

    private TicketStories() {}

    /** A ticket about a topic, a complaint or not. */
    public static List<Step<Case>> any(Topic topic, Dice dice) {
        return dice.chance(COMPLAINT_RATIO) ? complaint(topic, dice) : story(topic, false, dice);
    }

    /** A complaint about a topic. */
    public static List<Step<Case>> complaint(Topic topic, Dice dice) {
        return story(topic, true, dice);
    }

    private static List<Step<Case>> story(Topic topic, boolean complaint, Dice dice) {
        List<Step<Case>> steps = new ArrayList<>(List.of(opened(topic, complaint), CaseWork.assigned()));
        if (dice.chance(WRITES_TWICE_RATIO)) {
            steps.add(1, writesTwice(topic));
        }
        if (dice.chance(NOTE_FIRST_RATIO)) {
            steps.add(CaseWork.replied(false));
        }
        steps.add(CaseWork.replied(true));
        if (dice.chance(WAITS_FOR_BUYER_RATIO)) {
            steps.addAll(List.of(TicketStories::isPaused, TicketStories::getsEvidence, TicketStories::isResumed));
        }
        if (topic == Topic.QUALITY && dice.chance(0.5)) {
            steps.add(CaseWork.defectNoted());
        }
        steps.addAll(escalation(complaint, dice));
        if (dice.chance(0.75)) {
            steps.add(CaseWork.solutionAgreed());
            if (dice.chance(0.9)) {
                steps.add(CaseWork.solutionDone());
            }
        }
        steps.add(CaseWork.resolved(dice.pick(List.of(Resolver.AGENT, Resolver.BUYER, Resolver.SYSTEM))));
        if (dice.chance(REOPENED_RATIO)) {
            steps.addAll(List.of(TicketStories::isReopened, CaseWork.replied(true), CaseWork.resolved(Resolver.BUYER)));
        }
        steps.add(CaseWork.closed());
        return steps;
    }

    private static List<Step<Case>> escalation(boolean complaint, Dice dice) {
        return switch (dice.weighted(complaint ? 50 : 90, 15, 15, 20)) {
            case 1 -> List.of(escalated(EscalationTarget.SUPERVISOR), CaseWork.replied(true));
            case 2 -> List.of(escalated(EscalationTarget.DEPARTMENT), CaseWork.replied(true));
            case 3 ->
                List.of(escalated(EscalationTarget.PLATFORM), TicketStories::getsEvidence, TicketStories::isRuled);
            default -> List.of();
        };
    }

    private static Step<Case> opened(Topic topic, boolean complaint) {
        return ticket -> {
            String priority = complaint
                    ? ticket.dice().pick(List.of("P1", "P2"))
                    : ticket.dice().pick(List.of("P2", "P3", "P3", "P4"));
            String text = ticket.wording().of(complaint ? "ticket.complaint" : "ticket.request");
            ticket.tell(new TicketOpened(topic.name(), priority, complaint, reason(topic), text));
            return 2 * MINUTE_MILLIS + ticket.dice().around(8 * MINUTE_MILLIS, 0.7);
        };
    }

    /** The buyer cannot wait and opens a second ticket, which is merged into this one. */
    private static Step<Case> writesTwice(Topic topic) {
        return ticket -> {
            ticket.again()
                    .begin(
                            List.of(opened(topic, false), CaseWork.mergedInto(ticket)),
                            ticket.dice().millis(5 * MINUTE_MILLIS, 2 * HOUR_MILLIS));
            return 0;
        };
    }

    private static String reason(Topic topic) {
        return switch (topic) {
            case QUALITY, RETURN -> "QUALITY";
            case DELIVERY, ADDRESS -> "LOGISTICS";
            default -> "SERVICE";
        };
    }

    private static Step<Case> escalated(EscalationTarget target) {
        return ticket -> {
            ticket.tell(new TicketEscalated(target, target == EscalationTarget.PLATFORM ? "BUYER_APPLIED" : "COMPLEX"));
            return ticket.dice().millis(HOUR_MILLIS / 2, 4 * HOUR_MILLIS);
        };
    }

    private static long isPaused(Case ticket) {
        ticket.tell(new TicketPaused());
        return ticket.dice().millis(10 * MINUTE_MILLIS, 6 * HOUR_MILLIS);
    }

    private static long getsEvidence(Case ticket) {
        ticket.tell(new EvidenceSupplied(ticket.dice().pick(List.of("PHOTO", "PHOTO", "VIDEO", "CHAT_LOG"))));
        return ticket.dice().millis(1_000, 5 * MINUTE_MILLIS);
    }

    private static long isResumed(Case ticket) {
        ticket.tell(new TicketResumed());
        return ticket.dice().around(30 * MINUTE_MILLIS, 0.6);
    }

    private static long isRuled(Case ticket) {
        ticket.tell(new PlatformRuled(ticket.dice().chance(0.65) ? RulingSide.BUYER : RulingSide.SELLER));
        return ticket.dice().millis(HOUR_MILLIS / 2, 3 * HOUR_MILLIS);
    }

    private static long isReopened(Case ticket) {
        ticket.tell(new TicketReopened(Resolver.BUYER));
        return ticket.dice().millis(5 * MINUTE_MILLIS, 2 * HOUR_MILLIS);
    }
}
