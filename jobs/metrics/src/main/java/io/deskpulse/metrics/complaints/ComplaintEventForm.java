package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.complaints.ComplaintEvent.Claim;
import io.deskpulse.metrics.complaints.ComplaintEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.EventForm;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Binary form of {@link ComplaintEvent}s; the anchor tells the buyer. */
public final class ComplaintEventForm implements EventForm<ComplaintEvent> {
    /** The form; it has no state. */
    public static final ComplaintEventForm INSTANCE = new ComplaintEventForm();

    private static final FormId ID = new FormId("complaint-event", 1);
    private static final Kind[] KINDS = Kind.values();

    private static final int TIME = 1;
    private static final int EVENT_ID = 2;
    private static final int KIND = 3;
    private static final int BUYER = 4;
    private static final int TICKET = 5;
    private static final int DETAIL = 6;
    private static final int LABEL = 7;
    private static final int SKU = 8;
    private static final int CLAIM = 9;

    private static final int REASON = 1;
    private static final int ATTRIBUTE = 2;
    private static final int QUOTE = 3;

    private ComplaintEventForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public Anchor anchor(ComplaintEvent event) {
        return Anchor.of(event.timeMillis(), event.buyerId());
    }

    @Override
    public void write(ComplaintEvent event, Anchor anchor, FormWriter out) {
        out.signed(TIME, event.timeMillis() - anchor.sinceMillis());
        out.text(EVENT_ID, event.eventId());
        out.constant(KIND, event.kind());
        out.text(BUYER, event.buyerId(), anchor.text(0));
        out.text(TICKET, event.ticketId());
        out.text(DETAIL, event.detail());
        out.text(LABEL, event.label());
        event.skuIds().forEach(sku -> out.text(SKU, sku));
        if (event.claim() != null) {
            out.group(CLAIM);
            out.text(REASON, event.claim().reason());
            out.text(ATTRIBUTE, event.claim().attribute());
            out.text(QUOTE, event.claim().quote());
            out.end();
        }
    }

    @Override
    public ComplaintEvent read(String shopId, String about, Anchor anchor, FormReader in) throws IOException {
        long timeMillis = anchor.sinceMillis();
        String eventId = null;
        Kind kind = null;
        String buyerId = anchor.text(0);
        String ticketId = null;
        String detail = null;
        String label = null;
        List<String> skuIds = new ArrayList<>(0);
        Claim claim = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> timeMillis = anchor.sinceMillis() + in.signed();
                case EVENT_ID -> eventId = in.text();
                case KIND -> kind = in.constant(KINDS);
                case BUYER -> buyerId = in.text();
                case TICKET -> ticketId = in.text();
                case DETAIL -> detail = in.text();
                case LABEL -> label = in.word();
                case SKU -> skuIds.add(in.word());
                case CLAIM -> {
                    in.group();
                    claim = readClaim(in);
                }
                default -> {}
            }
        }
        return new ComplaintEvent(
                shopId, about, eventId, timeMillis, kind, buyerId, ticketId, detail, label, skuIds, claim);
    }

    /**
     * No release wrote such events before there were forms.
     *
     * @throws IOException always
     */
    @Override
    public ComplaintEvent readReleased(String shopId, String about, Anchor anchor, DataInput in) throws IOException {
        throw new IOException("no release wrote complaints without a form; the bytes are damaged");
    }

    private static Claim readClaim(FormReader in) throws IOException {
        String reason = "";
        String attribute = null;
        String quote = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case REASON -> reason = in.word();
                case ATTRIBUTE -> attribute = in.word();
                case QUOTE -> quote = in.text();
                default -> {}
            }
        }
        return new Claim(reason, attribute, quote);
    }
}
