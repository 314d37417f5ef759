package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.resolution.TicketEntry.Kind;
import io.deskpulse.metrics.resolution.TicketEntry.Subject;
import io.deskpulse.metrics.resolution.TicketFacts.Resolver;
import io.deskpulse.metrics.resolution.TicketFacts.Status;
import io.deskpulse.metrics.resolution.TicketHistory.Assignment;
import io.deskpulse.metrics.resolution.TicketHistory.Spell;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Compact binary form of ticket events and facts: what travels between operators and lies in keyed state.
 *
 * <p>Enums are written by ordinal, so constants are only ever added at the end.
 */
public final class TicketCodec {
    private static final Kind[] KINDS = Kind.values();
    private static final Status[] STATUSES = Status.values();
    private static final Resolver[] RESOLVERS = Resolver.values();
    private static final String NO_TEXT = "\0";

    private TicketCodec() {}

    /** A subject as one string, for {@link #writeEntry}: each part behind its length. */
    public static String anchor(Subject subject) {
        return part(subject.buyerId())
                + part(subject.orderId())
                + part(subject.conversationId())
                + part(subject.skuId());
    }

    /**
     * Writes an event without its key, leaving out the subject where it is the expected one.
     *
     * @param expected what the reader knows already, an {@link #anchor}; empty when it knows nothing
     */
    public static void writeEntry(TicketEntry event, String expected, DataOutput out) throws IOException {
        out.writeLong(event.timeMillis());
        out.writeUTF(event.eventId());
        Binary.writeEnum(event.kind(), out);
        String anchor = anchor(event.subject());
        out.writeUTF(anchor.equals(expected) ? "" : anchor);
        Binary.writeText(event.account(), out);
        Binary.writeText(event.label(), out);
        Binary.writeText(event.priority(), out);
        Binary.writeText(event.reason(), out);
        out.writeBoolean(event.flag());
        boolean isSolution = event.kind() == Kind.SOLUTION_AGREED;
        if (isSolution) {
            out.writeLong(event.amountFen());
            out.writeLong(event.dueMillis());
        }
    }

    /** Reads what {@link #writeEntry} wrote, for the ticket it belongs to. */
    public static TicketEntry readEntry(String shopId, String ticketId, String expected, DataInput in)
            throws IOException {
        long timeMillis = in.readLong();
        String eventId = in.readUTF();
        Kind kind = Binary.readEnum(KINDS, in);
        String anchor = in.readUTF();
        Subject subject = subject(anchor.isEmpty() ? expected : anchor);
        String account = Binary.readText(in);
        String label = Binary.readText(in);
        String priority = Binary.readText(in);
        String reason = Binary.readText(in);
        boolean flag = in.readBoolean();
        boolean isSolution = kind == Kind.SOLUTION_AGREED;
        return new TicketEntry(
                shopId,
                ticketId,
                eventId,
                timeMillis,
                kind,
                subject,
                account,
                label,
                priority,
                reason,
                flag,
                isSolution ? in.readLong() : -1,
                isSolution ? in.readLong() : TicketFacts.NONE);
    }

    /** Writes a row, which is the automaton's state too. */
    public static void writeFacts(TicketFacts ticket, DataOutput out) throws IOException {
        Binary.writeText(ticket.shopId, out);
        out.writeInt(ticket.epochDay);
        Binary.writeText(ticket.buyerId, out);
        Binary.writeText(ticket.orderId, out);
        Binary.writeText(ticket.conversationId, out);
        Binary.writeText(ticket.skuId, out);
        Binary.writeText(ticket.category, out);
        Binary.writeText(ticket.priority, out);
        out.writeByte((ticket.complaint ? 1 : 0) | (ticket.resolved ? 2 : 0));
        Binary.writeText(ticket.reason, out);
        Binary.writeText(ticket.policy, out);
        out.writeLong(ticket.firstEventMillis);
        out.writeLong(ticket.lastEventMillis);
        out.writeLong(ticket.openedMillis);
        Binary.writeEnum(ticket.status, out);
        out.writeInt(ticket.assignments);
        out.writeLong(ticket.firstResolvedMillis);
        out.writeLong(ticket.lastResolvedMillis);
        Binary.writeEnum(ticket.resolvedBy, out);
        Binary.writeText(ticket.resolvingAgent, out);
        out.writeInt(ticket.reopens);
        out.writeLong(ticket.lastReopenedMillis);
        out.writeLong(ticket.closedMillis);
        out.writeLong(ticket.endedMillis);
        out.writeInt(ticket.anomalies);
        writeReply(ticket.reply, out);
        writeResolution(ticket.resolution, out);
        writeCourse(ticket.course, out);
        writeHistory(ticket.history, out);
    }

    /** Reads what {@link #writeFacts} wrote. */
    public static TicketFacts readFacts(DataInput in) throws IOException {
        TicketFacts ticket = new TicketFacts();
        ticket.shopId = Binary.readText(in);
        ticket.epochDay = in.readInt();
        ticket.buyerId = Binary.readText(in);
        ticket.orderId = Binary.readText(in);
        ticket.conversationId = Binary.readText(in);
        ticket.skuId = Binary.readText(in);
        ticket.category = Binary.readText(in);
        ticket.priority = Binary.readText(in);
        int flags = in.readByte();
        ticket.complaint = (flags & 1) != 0;
        ticket.resolved = (flags & 2) != 0;
        ticket.reason = Binary.readText(in);
        ticket.policy = Binary.readText(in);
        ticket.firstEventMillis = in.readLong();
        ticket.lastEventMillis = in.readLong();
        ticket.openedMillis = in.readLong();
        ticket.status = Binary.readEnum(STATUSES, in);
        ticket.assignments = in.readInt();
        ticket.firstResolvedMillis = in.readLong();
        ticket.lastResolvedMillis = in.readLong();
        ticket.resolvedBy = Binary.readEnum(RESOLVERS, in);
        ticket.resolvingAgent = Binary.readText(in);
        ticket.reopens = in.readInt();
        ticket.lastReopenedMillis = in.readLong();
        ticket.closedMillis = in.readLong();
        ticket.endedMillis = in.readLong();
        ticket.anomalies = in.readInt();
        readReply(ticket.reply, in);
        readResolution(ticket.resolution, in);
        readCourse(ticket.course, in);
        readHistory(ticket.history, in);
        return ticket;
    }

    private static void writeReply(ReplyClock reply, DataOutput out) throws IOException {
        out.writeLong(reply.firstTargetMillis);
        out.writeLong(reply.firstDueMillis);
        out.writeLong(reply.dueMillis);
        out.writeLong(reply.firstReplyMillis);
        out.writeLong(reply.lastReplyMillis);
        Binary.writeText(reply.firstReplyBy, out);
        out.writeInt(reply.publicReplies);
        out.writeInt(reply.internalNotes);
        out.writeInt(reply.lateReplies);
    }

    private static void readReply(ReplyClock reply, DataInput in) throws IOException {
        reply.firstTargetMillis = in.readLong();
        reply.firstDueMillis = in.readLong();
        reply.dueMillis = in.readLong();
        reply.firstReplyMillis = in.readLong();
        reply.lastReplyMillis = in.readLong();
        reply.firstReplyBy = Binary.readText(in);
        reply.publicReplies = in.readInt();
        reply.internalNotes = in.readInt();
        reply.lateReplies = in.readInt();
    }

    private static void writeResolution(ResolutionClock resolution, DataOutput out) throws IOException {
        out.writeLong(resolution.targetMillis);
        out.writeLong(resolution.dueMillis);
        out.writeLong(resolution.leftMillis);
        out.writeBoolean(resolution.missed);
        out.writeLong(resolution.waitMillis);
        out.writeLong(resolution.businessWaitMillis);
        out.writeLong(resolution.runningSinceMillis);
    }

    private static void readResolution(ResolutionClock resolution, DataInput in) throws IOException {
        resolution.targetMillis = in.readLong();
        resolution.dueMillis = in.readLong();
        resolution.leftMillis = in.readLong();
        resolution.missed = in.readBoolean();
        resolution.waitMillis = in.readLong();
        resolution.businessWaitMillis = in.readLong();
        resolution.runningSinceMillis = in.readLong();
    }

    private static void writeCourse(TicketCourse course, DataOutput out) throws IOException {
        out.writeInt(course.escalations);
        Binary.writeText(course.escalatedTo, out);
        out.writeLong(course.intervenedMillis);
        out.writeLong(course.ruledMillis);
        Binary.writeText(course.ruledFor, out);
        Binary.writeText(course.solution, out);
        out.writeLong(course.solutionFen);
        out.writeLong(course.agreedMillis);
        out.writeLong(course.solutionDueMillis);
        out.writeLong(course.doneMillis);
        out.writeInt(course.evidence);
        out.writeLong(course.firstEvidenceMillis);
        out.writeInt(course.defects);
    }

    private static void readCourse(TicketCourse course, DataInput in) throws IOException {
        course.escalations = in.readInt();
        course.escalatedTo = Binary.readText(in);
        course.intervenedMillis = in.readLong();
        course.ruledMillis = in.readLong();
        course.ruledFor = Binary.readText(in);
        course.solution = Binary.readText(in);
        course.solutionFen = in.readLong();
        course.agreedMillis = in.readLong();
        course.solutionDueMillis = in.readLong();
        course.doneMillis = in.readLong();
        course.evidence = in.readInt();
        course.firstEvidenceMillis = in.readLong();
        course.defects = in.readInt();
    }

    private static void writeHistory(TicketHistory history, DataOutput out) throws IOException {
        out.writeInt(history.spells.size());
        for (Spell spell : history.spells) {
            out.writeLong(spell.fromMillis());
            out.writeLong(spell.untilMillis());
        }
        out.writeInt(history.assignments.size());
        for (Assignment assignment : history.assignments) {
            out.writeLong(assignment.atMillis());
            Binary.writeText(assignment.account(), out);
        }
    }

    private static void readHistory(TicketHistory history, DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            history.spells.add(new Spell(in.readLong(), in.readLong()));
        }
        for (int left = in.readInt(); left > 0; left--) {
            history.assignments.add(new Assignment(in.readLong(), Binary.readText(in)));
        }
    }

    private static String part(String text) {
        return text == null ? NO_TEXT : (char) text.length() + text;
    }

    private static Subject subject(String anchor) {
        String[] parts = new String[4];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            int length = anchor.charAt(at++);
            parts[i] = length == 0 ? null : anchor.substring(at, at + length);
            at += length;
        }
        return new Subject(parts[0], parts[1], parts[2], parts[3]);
    }
}
