package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.resolution.TicketFacts.Resolver;
import io.deskpulse.metrics.resolution.TicketFacts.Status;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link TicketFacts}, row and state in one; instants are counted from the first event on. */
public final class TicketStateForm implements StateForm<TicketFacts> {
    /** The form; it has no state. */
    public static final TicketStateForm INSTANCE = new TicketStateForm();

    static final String NAME = "ticket-timeline";

    private static final FormId ID = new FormId(NAME, 2);

    /** From when on a state knows which replies an opening keeps and when the buyer opened the ticket again. */
    private static final int WITH_REOPENINGS = 1;

    private static final Status[] STATUSES = Status.values();
    private static final Resolver[] RESOLVERS = Resolver.values();

    private static final int SHOP = 1;
    private static final int EPOCH_DAY = 2;
    private static final int BUYER = 3;
    private static final int ORDER = 4;
    private static final int CONVERSATION = 5;
    private static final int SKU = 6;
    private static final int CATEGORY = 7;
    private static final int PRIORITY = 8;
    private static final int COMPLAINT = 9;
    private static final int RESOLVED = 10;
    private static final int REASON = 11;
    private static final int POLICY = 12;
    private static final int FIRST_EVENT = 13;
    private static final int LAST_EVENT = 14;
    private static final int OPENED = 15;
    private static final int STATUS = 16;
    private static final int ASSIGNMENTS = 17;
    private static final int FIRST_RESOLVED = 18;
    private static final int LAST_RESOLVED = 19;
    private static final int RESOLVED_BY = 20;
    private static final int RESOLVING_AGENT = 21;
    private static final int REOPENS = 22;
    private static final int LAST_REOPENED = 23;
    private static final int CLOSED = 24;
    private static final int ENDED = 25;
    private static final int ANOMALIES = 26;
    private static final int REPLY = 27;
    private static final int RESOLUTION = 28;
    private static final int COURSE = 29;
    private static final int HISTORY = 30;
    private static final int MERGED_INTO = 31;
    private static final int MERGED = 32;

    private TicketStateForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public int generation() {
        return WITH_REOPENINGS;
    }

    @Override
    public void write(TicketFacts ticket, FormWriter out) {
        out.name(SHOP, ticket.shopId);
        out.number(EPOCH_DAY, ticket.epochDay);
        out.name(BUYER, ticket.buyerId);
        out.name(ORDER, ticket.orderId);
        out.name(CONVERSATION, ticket.conversationId);
        out.name(SKU, ticket.skuId);
        out.text(CATEGORY, ticket.category);
        out.text(PRIORITY, ticket.priority);
        out.flag(COMPLAINT, ticket.complaint);
        out.flag(RESOLVED, ticket.resolved);
        out.text(REASON, ticket.reason);
        out.text(POLICY, ticket.policy);
        writeCourse(ticket, out);
        long since = since(ticket);
        out.group(REPLY);
        TicketPartsForm.write(ticket.reply, since, out);
        out.endUnlessEmpty();
        out.group(RESOLUTION);
        TicketPartsForm.write(ticket.resolution, since, out);
        out.endUnlessEmpty();
        out.group(COURSE);
        TicketPartsForm.write(ticket.course, since, out);
        out.endUnlessEmpty();
        out.group(HISTORY);
        TicketPartsForm.write(ticket.history, since, out);
        out.endUnlessEmpty();
    }

    private static void writeCourse(TicketFacts ticket, FormWriter out) {
        long since = since(ticket);
        out.instant(FIRST_EVENT, ticket.firstEventMillis, 0, TicketFacts.NONE);
        out.instant(LAST_EVENT, ticket.lastEventMillis, since, TicketFacts.NONE);
        out.instant(OPENED, ticket.openedMillis, since, TicketFacts.NONE);
        out.constant(STATUS, ticket.status, Status.OPEN);
        out.number(ASSIGNMENTS, ticket.assignments);
        out.instant(FIRST_RESOLVED, ticket.firstResolvedMillis, since, TicketFacts.NONE);
        out.instant(LAST_RESOLVED, ticket.lastResolvedMillis, since, TicketFacts.NONE);
        out.constant(RESOLVED_BY, ticket.resolvedBy);
        out.name(RESOLVING_AGENT, ticket.resolvingAgent);
        out.number(REOPENS, ticket.reopens);
        out.instant(LAST_REOPENED, ticket.lastReopenedMillis, since, TicketFacts.NONE);
        out.instant(CLOSED, ticket.closedMillis, since, TicketFacts.NONE);
        out.instant(ENDED, ticket.endedMillis, since, TicketFacts.NONE);
        out.name(MERGED_INTO, ticket.mergedInto);
        out.instant(MERGED, ticket.mergedMillis, since, TicketFacts.NONE);
        out.number(ANOMALIES, ticket.anomalies);
    }

    @Override
    public TicketFacts read(FormReader in) throws IOException {
        TicketFacts ticket = new TicketFacts();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case SHOP -> ticket.shopId = in.name();
                case EPOCH_DAY -> ticket.epochDay = in.count();
                case BUYER -> ticket.buyerId = in.name();
                case ORDER -> ticket.orderId = in.name();
                case CONVERSATION -> ticket.conversationId = in.name();
                case SKU -> ticket.skuId = in.name();
                case CATEGORY -> ticket.category = in.word();
                case PRIORITY -> ticket.priority = in.word();
                case COMPLAINT -> ticket.complaint = in.flag();
                case RESOLVED -> ticket.resolved = in.flag();
                case REASON -> ticket.reason = in.word();
                case POLICY -> ticket.policy = in.word();
                case REPLY, RESOLUTION, COURSE, HISTORY -> readPart(ticket, tag, in);
                default -> readCourse(ticket, tag, in);
            }
        }
        return ticket;
    }

    private static void readCourse(TicketFacts ticket, int tag, FormReader in) throws IOException {
        long since = since(ticket);
        switch (tag) {
            case FIRST_EVENT -> ticket.firstEventMillis = in.instant(0);
            case LAST_EVENT -> ticket.lastEventMillis = in.instant(since);
            case OPENED -> ticket.openedMillis = in.instant(since);
            case STATUS -> ticket.status = in.constant(STATUSES);
            case ASSIGNMENTS -> ticket.assignments = in.count();
            case FIRST_RESOLVED -> ticket.firstResolvedMillis = in.instant(since);
            case LAST_RESOLVED -> ticket.lastResolvedMillis = in.instant(since);
            case RESOLVED_BY -> ticket.resolvedBy = in.constant(RESOLVERS);
            case RESOLVING_AGENT -> ticket.resolvingAgent = in.name();
            case REOPENS -> ticket.reopens = in.count();
            case LAST_REOPENED -> ticket.lastReopenedMillis = in.instant(since);
            case CLOSED -> ticket.closedMillis = in.instant(since);
            case ENDED -> ticket.endedMillis = in.instant(since);
            case MERGED_INTO -> ticket.mergedInto = in.name();
            case MERGED -> ticket.mergedMillis = in.instant(since);
            case ANOMALIES -> ticket.anomalies = in.count();
            default -> {}
        }
    }

    private static void readPart(TicketFacts ticket, int tag, FormReader in) throws IOException {
        long since = since(ticket);
        in.group();
        switch (tag) {
            case REPLY -> TicketPartsForm.read(ticket.reply, since, in);
            case RESOLUTION -> TicketPartsForm.read(ticket.resolution, since, in);
            case COURSE -> TicketPartsForm.read(ticket.course, since, in);
            default -> TicketPartsForm.read(ticket.history, since, in);
        }
    }

    @Override
    public List<ReleasedForm<TicketFacts>> released() {
        return List.of(new ReleasedTicketForm());
    }

    private static long since(TicketFacts ticket) {
        return ticket.firstEventMillis == TicketFacts.NONE ? 0 : ticket.firstEventMillis;
    }
}
