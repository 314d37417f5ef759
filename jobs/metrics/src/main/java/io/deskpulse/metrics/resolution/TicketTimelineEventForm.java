package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import io.deskpulse.metrics.resolution.TicketTimelineEvent.Subject;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import java.io.DataInput;
import java.io.IOException;

/** Binary form of {@link TicketTimelineEvent}s; the anchor tells whom and what the ticket is about. */
public final class TicketTimelineEventForm implements EventForm<TicketTimelineEvent> {
    /** The form; it has no state. */
    public static final TicketTimelineEventForm INSTANCE = new TicketTimelineEventForm();

    private static final FormId ID = new FormId("ticket-event", 1);
    private static final Kind[] KINDS = Kind.values();
    private static final long NO_MONEY = -1;

    private static final int TIME = 1;
    private static final int EVENT_ID = 2;
    private static final int KIND = 3;
    private static final int BUYER = 4;
    private static final int ORDER = 5;
    private static final int CONVERSATION = 6;
    private static final int SKU = 7;
    private static final int ACCOUNT = 8;
    private static final int LABEL = 9;
    private static final int PRIORITY = 10;
    private static final int REASON = 11;
    private static final int FLAG = 12;
    private static final int AMOUNT = 13;
    private static final int DUE = 14;

    private TicketTimelineEventForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public Anchor anchor(TicketTimelineEvent event) {
        Subject subject = event.subject();
        return Anchor.of(
                event.timeMillis(), subject.buyerId(), subject.orderId(), subject.conversationId(), subject.skuId());
    }

    @Override
    public void write(TicketTimelineEvent event, Anchor anchor, FormWriter out) {
        Subject subject = event.subject();
        out.signed(TIME, event.timeMillis() - anchor.sinceMillis());
        out.text(EVENT_ID, event.eventId());
        out.constant(KIND, event.kind());
        out.text(BUYER, subject.buyerId(), anchor.text(0));
        out.text(ORDER, subject.orderId(), anchor.text(1));
        out.text(CONVERSATION, subject.conversationId(), anchor.text(2));
        out.text(SKU, subject.skuId(), anchor.text(3));
        out.text(ACCOUNT, event.account());
        out.text(LABEL, event.label());
        out.text(PRIORITY, event.priority());
        out.text(REASON, event.reason());
        out.flag(FLAG, event.flag());
        out.number(AMOUNT, event.amountFen() - NO_MONEY);
        out.instant(DUE, event.dueMillis(), event.timeMillis(), TicketFacts.NONE);
    }

    @Override
    public TicketTimelineEvent read(String shopId, String ticketId, Anchor anchor, FormReader in) throws IOException {
        long timeMillis = anchor.sinceMillis();
        String eventId = null;
        Kind kind = null;
        String buyerId = anchor.text(0);
        String orderId = anchor.text(1);
        String conversationId = anchor.text(2);
        String skuId = anchor.text(3);
        String account = null;
        String label = null;
        String priority = null;
        String reason = null;
        boolean flag = false;
        long amountFen = NO_MONEY;
        long dueMillis = TicketFacts.NONE;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> timeMillis = anchor.sinceMillis() + in.signed();
                case EVENT_ID -> eventId = in.text();
                case KIND -> kind = in.constant(KINDS);
                case BUYER -> buyerId = in.text();
                case ORDER -> orderId = in.text();
                case CONVERSATION -> conversationId = in.text();
                case SKU -> skuId = in.word();
                case ACCOUNT -> account = in.word();
                case LABEL -> label = in.word();
                case PRIORITY -> priority = in.word();
                case REASON -> reason = in.text();
                case FLAG -> flag = in.flag();
                case AMOUNT -> amountFen = in.number() + NO_MONEY;
                case DUE -> dueMillis = in.instant(timeMillis);
                default -> {}
            }
        }
        Subject subject = new Subject(buyerId, orderId, conversationId, skuId);
        return new TicketTimelineEvent(
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
                amountFen,
                dueMillis);
    }

    @Override
    public TicketTimelineEvent readReleased(String shopId, String ticketId, Anchor anchor, DataInput in)
            throws IOException {
        return ReleasedTicketForm.readEvent(shopId, ticketId, anchor, in);
    }
}
