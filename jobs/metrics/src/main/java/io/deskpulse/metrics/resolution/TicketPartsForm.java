package io.deskpulse.metrics.resolution;

import static io.deskpulse.metrics.resolution.TicketFacts.NONE;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.resolution.TicketHistory.Assignment;
import io.deskpulse.metrics.resolution.TicketHistory.Spell;
import java.io.IOException;

/** Binary forms of the named parts of a ticket. Each numbers its tags on its own. */
final class TicketPartsForm {
    private static final long NO_MONEY = -1;

    private TicketPartsForm() {}

    static void write(ReplyClock reply, long since, FormWriter out) {
        out.number(1, reply.firstTargetMillis);
        out.instant(2, reply.firstDueMillis, since, NONE);
        out.instant(3, reply.dueMillis, since, NONE);
        out.instant(4, reply.firstReplyMillis, since, NONE);
        out.instant(5, reply.lastReplyMillis, since, NONE);
        out.name(6, reply.firstReplyBy);
        out.number(7, reply.publicReplies);
        out.number(8, reply.internalNotes);
        out.number(9, reply.lateReplies);
        out.instant(10, reply.owedSinceMillis, since, NONE);
        out.number(11, reply.waitMillis);
        out.number(12, reply.lastInstantReplies);
        out.name(13, reply.lastInstantBy);
    }

    static void read(ReplyClock reply, long since, FormReader in) throws IOException {
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case 1 -> reply.firstTargetMillis = in.number();
                case 2 -> reply.firstDueMillis = in.instant(since);
                case 3 -> reply.dueMillis = in.instant(since);
                case 4 -> reply.firstReplyMillis = in.instant(since);
                case 5 -> reply.lastReplyMillis = in.instant(since);
                case 6 -> reply.firstReplyBy = in.name();
                case 7 -> reply.publicReplies = in.count();
                case 8 -> reply.internalNotes = in.count();
                case 9 -> reply.lateReplies = in.count();
                case 10 -> reply.owedSinceMillis = in.instant(since);
                case 11 -> reply.waitMillis = in.number();
                case 12 -> reply.lastInstantReplies = in.count();
                case 13 -> reply.lastInstantBy = in.name();
                default -> {}
            }
        }
    }

    static void write(ResolutionClock resolution, long since, FormWriter out) {
        out.number(1, resolution.targetMillis);
        out.instant(2, resolution.dueMillis, since, NONE);
        out.number(3, resolution.leftMillis);
        out.flag(4, resolution.missed);
        out.number(5, resolution.waitMillis);
        out.number(6, resolution.businessWaitMillis);
        out.instant(7, resolution.runningSinceMillis, since, NONE);
    }

    static void read(ResolutionClock resolution, long since, FormReader in) throws IOException {
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case 1 -> resolution.targetMillis = in.number();
                case 2 -> resolution.dueMillis = in.instant(since);
                case 3 -> resolution.leftMillis = in.number();
                case 4 -> resolution.missed = in.flag();
                case 5 -> resolution.waitMillis = in.number();
                case 6 -> resolution.businessWaitMillis = in.number();
                case 7 -> resolution.runningSinceMillis = in.instant(since);
                default -> {}
            }
        }
    }

    static void write(TicketCourse course, long since, FormWriter out) {
        out.number(1, course.escalations);
        out.text(2, course.escalatedTo);
        out.instant(3, course.intervenedMillis, since, NONE);
        out.instant(4, course.ruledMillis, since, NONE);
        out.text(5, course.ruledFor);
        out.text(6, course.solution);
        out.number(7, course.solutionFen - NO_MONEY);
        out.instant(8, course.agreedMillis, since, NONE);
        out.instant(9, course.solutionDueMillis, since, NONE);
        out.instant(10, course.doneMillis, since, NONE);
        out.number(11, course.evidence);
        out.instant(12, course.firstEvidenceMillis, since, NONE);
        out.number(13, course.defects);
    }

    static void read(TicketCourse course, long since, FormReader in) throws IOException {
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case 1 -> course.escalations = in.count();
                case 2 -> course.escalatedTo = in.word();
                case 3 -> course.intervenedMillis = in.instant(since);
                case 4 -> course.ruledMillis = in.instant(since);
                case 5 -> course.ruledFor = in.word();
                case 6 -> course.solution = in.word();
                case 7 -> course.solutionFen = in.number() + NO_MONEY;
                case 8 -> course.agreedMillis = in.instant(since);
                case 9 -> course.solutionDueMillis = in.instant(since);
                case 10 -> course.doneMillis = in.instant(since);
                case 11 -> course.evidence = in.count();
                case 12 -> course.firstEvidenceMillis = in.instant(since);
                case 13 -> course.defects = in.count();
                default -> {}
            }
        }
    }

    static void write(TicketHistory history, long since, FormWriter out) {
        for (Spell spell : history.spells) {
            out.group(1);
            out.signed(1, spell.fromMillis() - since);
            out.instant(2, spell.untilMillis(), since, NONE);
            out.end();
        }
        for (Assignment assignment : history.assignments) {
            out.group(2);
            out.signed(1, assignment.atMillis() - since);
            out.name(2, assignment.account());
            out.end();
        }
        for (long atMillis : history.buyerReopenings) {
            out.instant(3, atMillis, since, NONE);
        }
    }

    static void read(TicketHistory history, long since, FormReader in) throws IOException {
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case 1 -> {
                    in.group();
                    history.spells.add(spell(since, in));
                }
                case 2 -> {
                    in.group();
                    history.assignments.add(assignment(since, in));
                }
                case 3 -> history.buyerReopenings.add(in.instant(since));
                default -> {}
            }
        }
    }

    private static Spell spell(long since, FormReader in) throws IOException {
        long fromMillis = since;
        long untilMillis = NONE;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case 1 -> fromMillis = since + in.signed();
                case 2 -> untilMillis = in.instant(since);
                default -> {}
            }
        }
        return new Spell(fromMillis, untilMillis);
    }

    private static Assignment assignment(long since, FormReader in) throws IOException {
        long atMillis = since;
        String account = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case 1 -> atMillis = since + in.signed();
                case 2 -> account = in.name();
                default -> {}
            }
        }
        return new Assignment(atMillis, account);
    }
}
