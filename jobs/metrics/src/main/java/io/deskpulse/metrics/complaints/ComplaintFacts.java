package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.complaints.ComplaintEvent.Claim;
import java.util.ArrayList;
import java.util.List;

/**
 * One complaint about an order, once for its reason and product: what its earliest event says, and what later ones add.
 *
 * <p>Instants are milliseconds since the epoch, {@link OrderComplaints#NONE} when there is none.
 */
public final class ComplaintFacts {
    /** What makes a complaint. */
    public enum Source {
        /** A ticket opened as one. */
        TICKET,
        /** A refund for a reason that blames product, delivery or service. */
        REFUND,
        /** A review of one or two stars. */
        REVIEW
    }

    final String reason;
    final String skuId;
    final List<String> refundIds = new ArrayList<>(0);
    long atMillis;
    int epochDay;
    String eventId;
    Source source;
    String buyerId;
    String attribute;
    String quote;
    String ticketId;
    String conversationId;
    String account;
    String parcelId;
    String carrier;
    long shippedMillis = OrderComplaints.NONE;
    long signedMillis = OrderComplaints.NONE;
    int events;
    /** Events that make it and were not withdrawn. */
    int standing;

    long takenBackMillis = OrderComplaints.NONE;

    ComplaintFacts(String reason, String skuId) {
        this.reason = reason;
        this.skuId = skuId;
    }

    /** Code of the taxonomy; empty when its text maps to none. */
    public String reason() {
        return reason;
    }

    /** The product, that of an order with one product where the event names none; null when unknown. */
    public String skuId() {
        return skuId;
    }

    /** Time of the earliest event that makes it. */
    public long atMillis() {
        return atMillis;
    }

    /** The shop's calendar day of it, in days since 1970-01-01. */
    public int epochDay() {
        return epochDay;
    }

    /** Id of that event. */
    public String eventId() {
        return eventId;
    }

    /** What that event is. */
    public Source source() {
        return source;
    }

    /** Keyed hash of who complained. */
    public String buyerId() {
        return buyerId;
    }

    /** What is wrong with the product, as the first event tells that does; null when none does. */
    public String attribute() {
        return attribute;
    }

    /** The buyer's words, redacted, of the first event that has some; null where they are not kept. */
    public String quote() {
        return quote;
    }

    /** The first ticket that makes it; null when none does. */
    public String ticketId() {
        return ticketId;
    }

    /** The conversation that ticket came from; null when unknown. */
    public String conversationId() {
        return conversationId;
    }

    /** The first account that was responsible for that ticket or answered; null when unknown. */
    public String account() {
        return account;
    }

    /** The parcel it is about; null when unknown. */
    public String parcelId() {
        return parcelId;
    }

    /** Who had that parcel then; null when unknown. */
    public String carrier() {
        return carrier;
    }

    /** When that parcel was handed over. */
    public long shippedMillis() {
        return shippedMillis;
    }

    /** When that parcel had been delivered, before the complaint. */
    public long signedMillis() {
        return signedMillis;
    }

    /** How many events make it. */
    public int events() {
        return events;
    }

    /** When all that made it had been withdrawn; {@link OrderComplaints#NONE} while it stands. */
    public long takenBackMillis() {
        return takenBackMillis;
    }

    void begin(ComplaintEvent event, int day, Parcel parcel) {
        atMillis = event.timeMillis();
        epochDay = day;
        eventId = event.eventId();
        buyerId = event.buyerId();
        source = switch (event.kind()) {
            case REFUND_REQUESTED -> Source.REFUND;
            case REVIEWED -> Source.REVIEW;
            default -> Source.TICKET;
        };
        if (parcel != null) {
            parcelId = parcel.parcelId;
            carrier = parcel.carrier;
            shippedMillis = parcel.shippedMillis;
            signedMillis = parcel.signedMillis;
        }
    }

    /** One more event makes it. */
    void madeBy(ComplaintEvent event) {
        Claim claim = event.claim();
        events++;
        standing++;
        takenBackMillis = OrderComplaints.NONE;
        attribute = attribute == null ? claim.attribute() : attribute;
        quote = quote == null ? claim.quote() : quote;
        if (event.kind() == ComplaintEvent.Kind.TICKET_OPENED && ticketId == null) {
            ticketId = event.ticketId();
            conversationId = event.detail();
        } else if (event.kind() == ComplaintEvent.Kind.REFUND_REQUESTED) {
            refundIds.add(event.detail());
        }
    }

    /** The buyer withdrew a refund request; one that does not make this complaint changes nothing. */
    void withdrawn(ComplaintEvent event) {
        while (refundIds.remove(event.detail())) {
            standing--;
            takenBackMillis = standing == 0 ? event.timeMillis() : OrderComplaints.NONE;
        }
    }
}
