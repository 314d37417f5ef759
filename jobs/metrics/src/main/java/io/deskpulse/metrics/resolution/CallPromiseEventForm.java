package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.resolution.CallPromiseEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import java.io.DataInput;
import java.io.IOException;

/** Binary form of {@link CallPromiseEvent}s; the anchor tells buyer and channel. */
public final class CallPromiseEventForm implements EventForm<CallPromiseEvent> {
    /** The form; it has no state. */
    public static final CallPromiseEventForm INSTANCE = new CallPromiseEventForm();

    private static final FormId ID = new FormId("contact-event", 1);
    private static final Kind[] KINDS = Kind.values();

    private static final int TIME = 1;
    private static final int EVENT_ID = 2;
    private static final int KIND = 3;
    private static final int BUYER = 4;
    private static final int CHANNEL = 5;
    private static final int ACCOUNT = 6;
    private static final int LABEL = 7;
    private static final int DETAIL = 8;
    private static final int CONSENT = 9;
    private static final int DUE = 10;

    private CallPromiseEventForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public Anchor anchor(CallPromiseEvent event) {
        return Anchor.of(event.timeMillis(), event.buyerId(), event.channel());
    }

    @Override
    public void write(CallPromiseEvent event, Anchor anchor, FormWriter out) {
        out.signed(TIME, event.timeMillis() - anchor.sinceMillis());
        out.text(EVENT_ID, event.eventId());
        out.constant(KIND, event.kind());
        out.text(BUYER, event.buyerId(), anchor.text(0));
        out.text(CHANNEL, event.channel(), anchor.text(1));
        out.text(ACCOUNT, event.account());
        out.text(LABEL, event.label());
        out.text(DETAIL, event.detail());
        out.answer(CONSENT, event.consent());
        out.instant(DUE, event.dueMillis(), event.timeMillis(), TicketFacts.NONE);
    }

    @Override
    public CallPromiseEvent read(String shopId, String conversationId, Anchor anchor, FormReader in)
            throws IOException {
        long timeMillis = anchor.sinceMillis();
        String eventId = null;
        Kind kind = null;
        String buyerId = anchor.text(0);
        String channel = anchor.text(1);
        String account = null;
        String label = null;
        String detail = null;
        Boolean consent = null;
        long dueMillis = TicketFacts.NONE;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> timeMillis = anchor.sinceMillis() + in.signed();
                case EVENT_ID -> eventId = in.text();
                case KIND -> kind = in.constant(KINDS);
                case BUYER -> buyerId = in.text();
                case CHANNEL -> channel = in.text();
                case ACCOUNT -> account = in.text();
                case LABEL -> label = in.text();
                case DETAIL -> detail = in.text();
                case CONSENT -> consent = in.answer();
                case DUE -> dueMillis = in.instant(timeMillis);
                default -> {}
            }
        }
        return new CallPromiseEvent(
                shopId,
                conversationId,
                eventId,
                timeMillis,
                kind,
                buyerId,
                channel,
                account,
                label,
                detail,
                consent,
                dueMillis);
    }

    @Override
    public CallPromiseEvent readReleased(String shopId, String conversationId, Anchor anchor, DataInput in)
            throws IOException {
        return ReleasedCallPromiseForm.readEvent(shopId, conversationId, anchor.text(0), in);
    }
}
