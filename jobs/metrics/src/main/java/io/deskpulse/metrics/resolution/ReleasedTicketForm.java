package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.ReleasedInput;
import io.deskpulse.metrics.resolution.TicketFacts.Resolver;
import io.deskpulse.metrics.resolution.TicketFacts.Status;
import io.deskpulse.metrics.resolution.TicketHistory.Assignment;
import io.deskpulse.metrics.resolution.TicketHistory.Spell;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Subject;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.ReleasedForm;
import java.io.DataInput;
import java.io.IOException;

/** Tickets as releases wrote them before there were tags. */
final class ReleasedTicketForm implements ReleasedForm<TicketFacts> {
    private static final FormId ID = new FormId(TicketStateForm.NAME, 1);
    private static final Kind[] KINDS = Kind.values();
    private static final Status[] STATUSES = Status.values();
    private static final Resolver[] RESOLVERS = Resolver.values();
    private static final int SUBJECT_PARTS = 4;

    @Override
    public FormId id() {
        return ID;
    }

    /** The parts of a subject, each behind its length as one character, which is 0 where there is none. */
    @Override
    public Anchor anchor(String subject) throws IOException {
        String[] parts = new String[SUBJECT_PARTS];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            int length = at < subject.length() ? subject.charAt(at++) : 0;
            if (length > subject.length() - at) {
                throw new IOException("the subject of a released ticket is cut off; the bytes are damaged");
            }
            parts[i] = length == 0 ? null : subject.substring(at, at + length);
            at += length;
        }
        return Anchor.of(0, parts);
    }

    static TicketTimelineEvent readEvent(String shopId, String ticketId, Anchor expected, DataInput bytes)
            throws IOException {
        ReleasedInput in = new ReleasedInput(bytes);
        long timeMillis = bytes.readLong();
        String eventId = bytes.readUTF();
        Kind kind = in.constant(KINDS);
        String told = in.text();
        Anchor subject = told == null ? expected : new ReleasedTicketForm().anchor(told);
        String account = in.text();
        String label = in.text();
        String priority = in.text();
        String reason = in.text();
        boolean flag = bytes.readBoolean();
        boolean isSolution = kind == Kind.SOLUTION_AGREED;
        return new TicketTimelineEvent(
                shopId,
                ticketId,
                eventId,
                timeMillis,
                kind,
                new Subject(subject.text(0), subject.text(1), subject.text(2), subject.text(3)),
                account,
                label,
                priority,
                reason,
                flag,
                isSolution ? bytes.readLong() : -1,
                isSolution ? bytes.readLong() : TicketFacts.NONE);
    }

    @Override
    public Restored<TicketFacts> read(DataInput in) throws IOException {
        ReleasedInput values = new ReleasedInput(in);
        TicketFacts ticket = new TicketFacts();
        ticket.shopId = values.text();
        ticket.epochDay = in.readInt();
        ticket.buyerId = values.text();
        ticket.orderId = values.text();
        ticket.conversationId = values.text();
        ticket.skuId = values.text();
        ticket.category = values.text();
        ticket.priority = values.text();
        int flags = in.readByte();
        ticket.complaint = (flags & 1) != 0;
        ticket.resolved = (flags & 2) != 0;
        ticket.reason = values.text();
        ticket.policy = values.text();
        ticket.firstEventMillis = in.readLong();
        ticket.lastEventMillis = in.readLong();
        ticket.openedMillis = in.readLong();
        ticket.status = values.constant(STATUSES);
        ticket.assignments = in.readInt();
        ticket.firstResolvedMillis = in.readLong();
        ticket.lastResolvedMillis = in.readLong();
        ticket.resolvedBy = values.constant(RESOLVERS);
        ticket.resolvingAgent = values.text();
        ticket.reopens = in.readInt();
        ticket.lastReopenedMillis = in.readLong();
        ticket.closedMillis = in.readLong();
        ticket.endedMillis = in.readLong();
        ticket.anomalies = in.readInt();
        readReply(ticket.reply, values);
        readResolution(ticket.resolution, in);
        readCourse(ticket.course, values);
        readHistory(ticket.history, values);
        return new Restored<>(ticket, 0);
    }

    private static void readReply(ReplyClock reply, ReleasedInput values) throws IOException {
        DataInput in = values.in();
        reply.firstTargetMillis = in.readLong();
        reply.firstDueMillis = in.readLong();
        reply.dueMillis = in.readLong();
        reply.firstReplyMillis = in.readLong();
        reply.lastReplyMillis = in.readLong();
        reply.firstReplyBy = values.text();
        reply.publicReplies = in.readInt();
        reply.internalNotes = in.readInt();
        reply.lateReplies = in.readInt();
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

    private static void readCourse(TicketCourse course, ReleasedInput values) throws IOException {
        DataInput in = values.in();
        course.escalations = in.readInt();
        course.escalatedTo = values.text();
        course.intervenedMillis = in.readLong();
        course.ruledMillis = in.readLong();
        course.ruledFor = values.text();
        course.solution = values.text();
        course.solutionFen = in.readLong();
        course.agreedMillis = in.readLong();
        course.solutionDueMillis = in.readLong();
        course.doneMillis = in.readLong();
        course.evidence = in.readInt();
        course.firstEvidenceMillis = in.readLong();
        course.defects = in.readInt();
    }

    private static void readHistory(TicketHistory history, ReleasedInput values) throws IOException {
        DataInput in = values.in();
        for (int left = in.readInt(); left > 0; left--) {
            history.spells.add(new Spell(in.readLong(), in.readLong()));
        }
        for (int left = in.readInt(); left > 0; left--) {
            history.assignments.add(new Assignment(in.readLong(), values.text()));
        }
    }
}
