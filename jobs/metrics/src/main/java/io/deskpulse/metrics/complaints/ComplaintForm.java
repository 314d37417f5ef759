package io.deskpulse.metrics.complaints;

import static io.deskpulse.metrics.complaints.OrderComplaints.NONE;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.complaints.ComplaintFacts.Source;
import java.io.IOException;

/** Binary form of one complaint; reason and product are written first. */
final class ComplaintForm {
    private static final Source[] SOURCES = Source.values();

    private static final int REASON = 1;
    private static final int SKU = 2;
    private static final int AT = 3;
    private static final int EPOCH_DAY = 4;
    private static final int EVENT_ID = 5;
    private static final int SOURCE = 6;
    private static final int BUYER = 7;
    private static final int ATTRIBUTE = 8;
    private static final int QUOTE = 9;
    private static final int TICKET = 10;
    private static final int CONVERSATION = 11;
    private static final int ACCOUNT = 12;
    private static final int PARCEL = 13;
    private static final int CARRIER = 14;
    private static final int SHIPPED = 15;
    private static final int SIGNED = 16;
    private static final int EVENTS = 17;
    private static final int STANDING = 18;
    private static final int TAKEN_BACK = 19;
    private static final int REFUND = 20;

    private ComplaintForm() {}

    static void write(ComplaintFacts complaint, FormWriter out) {
        out.name(REASON, complaint.reason);
        out.name(SKU, complaint.skuId);
        out.instant(AT, complaint.atMillis, 0, NONE);
        out.number(EPOCH_DAY, complaint.epochDay);
        out.text(EVENT_ID, complaint.eventId);
        out.constant(SOURCE, complaint.source);
        out.name(BUYER, complaint.buyerId);
        out.name(ATTRIBUTE, complaint.attribute);
        out.text(QUOTE, complaint.quote);
        out.name(TICKET, complaint.ticketId);
        out.name(CONVERSATION, complaint.conversationId);
        out.name(ACCOUNT, complaint.account);
        out.name(PARCEL, complaint.parcelId);
        out.name(CARRIER, complaint.carrier);
        out.instant(SHIPPED, complaint.shippedMillis, 0, NONE);
        out.instant(SIGNED, complaint.signedMillis, 0, NONE);
        out.number(EVENTS, complaint.events);
        out.number(STANDING, complaint.standing);
        out.instant(TAKEN_BACK, complaint.takenBackMillis, 0, NONE);
        complaint.refundIds.forEach(refund -> out.text(REFUND, refund));
    }

    static ComplaintFacts read(FormReader in) throws IOException {
        in.require(REASON);
        String reason = in.name();
        int tag = in.next();
        String sku = tag == SKU ? in.name() : null;
        ComplaintFacts complaint = new ComplaintFacts(reason, sku);
        for (tag = tag == SKU ? in.next() : tag; tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case AT -> complaint.atMillis = in.instant(0);
                case EPOCH_DAY -> complaint.epochDay = in.count();
                case EVENT_ID -> complaint.eventId = in.text();
                case SOURCE -> complaint.source = in.constant(SOURCES);
                case EVENTS -> complaint.events = in.count();
                case STANDING -> complaint.standing = in.count();
                case TAKEN_BACK -> complaint.takenBackMillis = in.instant(0);
                case REFUND -> complaint.refundIds.add(in.text());
                default -> readDetail(complaint, tag, in);
            }
        }
        return complaint;
    }

    private static void readDetail(ComplaintFacts complaint, int tag, FormReader in) throws IOException {
        switch (tag) {
            case BUYER -> complaint.buyerId = in.name();
            case ATTRIBUTE -> complaint.attribute = in.name();
            case QUOTE -> complaint.quote = in.text();
            case TICKET -> complaint.ticketId = in.name();
            case CONVERSATION -> complaint.conversationId = in.name();
            case ACCOUNT -> complaint.account = in.name();
            case PARCEL -> complaint.parcelId = in.name();
            case CARRIER -> complaint.carrier = in.name();
            case SHIPPED -> complaint.shippedMillis = in.instant(0);
            case SIGNED -> complaint.signedMillis = in.instant(0);
            default -> {}
        }
    }
}
