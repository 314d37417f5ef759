package io.deskpulse.metrics.complaints.contacts;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.complaints.contacts.ContactEvent.Kind;
import io.deskpulse.metrics.hotspots.SignalForm;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Signal;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import java.io.DataInput;
import java.io.IOException;

/** Binary form of {@link ContactEvent}s. */
public final class ContactEventForm implements EventForm<ContactEvent> {
    /** The form; it has no state. */
    public static final ContactEventForm INSTANCE = new ContactEventForm();

    private static final FormId ID = new FormId("contact-signal-event", 1);
    private static final Kind[] KINDS = Kind.values();

    private static final int TIME = 1;
    private static final int EVENT_ID = 2;
    private static final int KIND = 3;
    private static final int ACCOUNT = 4;
    private static final int SKU = 5;
    private static final int COMPLAINT = 6;

    private ContactEventForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public Anchor anchor(ContactEvent event) {
        return Anchor.of(event.timeMillis());
    }

    @Override
    public void write(ContactEvent event, Anchor anchor, FormWriter out) {
        out.signed(TIME, event.timeMillis() - anchor.sinceMillis());
        out.text(EVENT_ID, event.eventId());
        out.constant(KIND, event.kind(), Kind.BUYER_SPOKE);
        out.text(ACCOUNT, event.account());
        out.text(SKU, event.skuId());
        if (event.complaint() != null) {
            out.group(COMPLAINT);
            SignalForm.write(event.complaint(), out);
            out.end();
        }
    }

    @Override
    public ContactEvent read(String shopId, String conversationId, Anchor anchor, FormReader in) throws IOException {
        long timeMillis = anchor.sinceMillis();
        String eventId = null;
        Kind kind = Kind.BUYER_SPOKE;
        String account = null;
        String skuId = null;
        Signal complaint = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> timeMillis = anchor.sinceMillis() + in.signed();
                case EVENT_ID -> eventId = in.text();
                case KIND -> kind = in.constant(KINDS);
                case ACCOUNT -> account = in.word();
                case SKU -> skuId = in.word();
                case COMPLAINT -> {
                    in.group();
                    complaint = SignalForm.read(in);
                }
                default -> {}
            }
        }
        return new ContactEvent(
                shopId, conversationId, eventId, timeMillis, kind, account, skuId, (Complaint) complaint);
    }

    /**
     * No release wrote such events before there were forms.
     *
     * @throws IOException always
     */
    @Override
    public ContactEvent readReleased(String shopId, String conversationId, Anchor anchor, DataInput in)
            throws IOException {
        throw new IOException("no release wrote contacts without a form; the bytes are damaged");
    }
}
