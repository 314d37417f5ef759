package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.timeline.TimelineEvent;
import java.util.List;

/**
 * What complaints need to know of one event of an order or a ticket, its texts already mapped and left behind.
 *
 * @param shopId shop, never empty
 * @param about the order, or the ticket where no order is known: {@link #ofOrder}, {@link #ofTicket}
 * @param eventId unique within the order or the ticket that told it, never empty
 * @param timeMillis when it happened, milliseconds since the epoch
 * @param kind what happened
 * @param buyerId keyed hash of the buyer's id
 * @param ticketId the ticket that told it; null of orders
 * @param detail id of a parcel or a refund; the conversation of a ticket; the attribute of a defect; null when unknown or none
 * @param label region of an order, carrier of a parcel, who closed a refund, account of a ticket, severity of a defect; null when
 *     unknown or none
 * @param skuIds products of an order or a parcel, or the one that a refund, a review or a ticket is about; empty when unknown
 * @param claim what makes it a complaint; null when it is none
 */
public record ComplaintEvent(
        String shopId,
        String about,
        String eventId,
        long timeMillis,
        Kind kind,
        String buyerId,
        String ticketId,
        String detail,
        String label,
        List<String> skuIds,
        Claim claim)
        implements TimelineEvent {
    /** {@link #label} of a refund request that the buyer withdrew. */
    public static final String BUYER = "BUYER";

    private static final String ORDERS = "orders";
    private static final String TICKETS = "tickets";
    private static final String ORDER = "o:";
    private static final String TICKET = "t:";

    /** Kinds of event that complaints distinguish. */
    public enum Kind {
        /** The order was placed. */
        CREATED(false),
        /** The order ended, unpaid or cancelled. */
        CLOSED(false),
        /** A parcel was handed to a carrier. */
        SHIPPED(false),
        /** A parcel was delivered. */
        SIGNED(false),
        /** The buyer asked for money back. */
        REFUND_REQUESTED(false),
        /** A refund request ended without a payment. */
        REFUND_CLOSED(false),
        /** The buyer reviewed a product. */
        REVIEWED(false),
        /** A ticket began. */
        TICKET_OPENED(true),
        /** An account became responsible for a ticket, or answered. */
        TICKET_TAKEN(true),
        /** A ticket says what is defective about a product; no complaint, as the shop says it. */
        DEFECT_NOTED(true);

        private final boolean ofTicket;

        Kind(boolean ofTicket) {
            this.ofTicket = ofTicket;
        }
    }

    /**
     * What a complaint says.
     *
     * @param reason code of the taxonomy; empty when the text maps to none
     * @param attribute of the product; null when unknown
     * @param quote the buyer's words, redacted; null where they are not kept
     */
    public record Claim(String reason, String attribute, String quote) {}

    /** Copies the list. */
    public ComplaintEvent {
        skuIds = List.copyOf(skuIds);
    }

    /** What an event of an order is about. */
    public static String ofOrder(String orderId) {
        return ORDER + orderId;
    }

    /** What an event of a ticket without an order is about. */
    public static String ofTicket(String ticketId) {
        return TICKET + ticketId;
    }

    /** The order of {@link #about}; null when there is none. */
    public static String orderId(String about) {
        return about.startsWith(ORDER) ? about.substring(ORDER.length()) : null;
    }

    /** The one product that it is about; null when it tells of none or of several. */
    public String skuId() {
        return skuIds.size() == 1 ? skuIds.get(0) : null;
    }

    @Override
    public String stream() {
        return kind.ofTicket ? TICKETS : ORDERS;
    }

    @Override
    public String subjectId() {
        return kind.ofTicket ? ticketId : about;
    }
}
