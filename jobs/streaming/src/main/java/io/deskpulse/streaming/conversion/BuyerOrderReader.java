package io.deskpulse.streaming.conversion;

import io.deskpulse.events.OrderClosed;
import io.deskpulse.events.OrderCreated;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.OrderPaid;
import io.deskpulse.events.OrderTroubled;
import io.deskpulse.events.ParcelTraced;
import io.deskpulse.events.PaymentReminded;
import io.deskpulse.events.RefundClosed;
import io.deskpulse.events.RefundRequested;
import io.deskpulse.events.RefundSucceeded;
import io.deskpulse.events.TroubleFixed;
import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.Rejection;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.streaming.sources.EventReader;

/**
 * Reads order messages as {@link BuyerEvent}s, the buyer hashed, products, regions and texts left behind.
 *
 * <p>Every message is decoded in full and checked: orders are few beside chats. What conversion never looks at comes out as
 * {@link Kind#OTHER_OF_ORDER}.
 */
public final class BuyerOrderReader implements EventReader<BuyerEvent> {
    /** The carrier's word for delivery (orders.avdl, ParcelTraced). */
    private static final String SIGNED = "SIGNED";

    private final String hashKey;
    private transient BuyerIdHash hash;
    private transient EventDecoder decoder;

    /** A reader that hashes buyers under {@code hashKey}; see {@link BuyerIdHash} for what the key must be. */
    public BuyerOrderReader(String hashKey) {
        this.hashKey = hashKey;
    }

    @Override
    public BuyerEvent read(byte[] message) throws RejectedEventException {
        if (decoder == null) {
            hash = new BuyerIdHash(hashKey);
            decoder = new EventDecoder();
        }
        OrderEvent event = (OrderEvent) decoder.decode(EventStream.ORDERS, message);
        Rejection problem = EventValidity.check(event);
        if (problem != null) {
            throw new RejectedEventException(problem);
        }
        return of(event);
    }

    private BuyerEvent of(OrderEvent event) {
        Object body = event.getBody();
        if (body instanceof OrderCreated created) {
            return event(event, Kind.ORDER_CREATED, null, null, created.getPresale() ? BuyerEvent.PRESALE : null, 0);
        } else if (body instanceof OrderPaid paid) {
            return event(event, Kind.ORDER_PAID, null, null, null, paid.getAmountFen());
        } else if (body instanceof OrderClosed closed) {
            return event(event, Kind.ORDER_CLOSED, null, closed.getReason(), null, 0);
        } else if (body instanceof PaymentReminded reminded) {
            String account = reminded.getAgentId();
            boolean known = account != null && !account.isBlank();
            return event(event, Kind.PAYMENT_REMINDED, known ? account : null, null, null, 0);
        } else if (body instanceof OrderTroubled troubled) {
            String kind = troubled.getKind().name();
            return event(event, Kind.ORDER_TROUBLED, null, troubled.getTroubleId(), kind, 0);
        } else if (body instanceof TroubleFixed fixed) {
            return event(event, Kind.TROUBLE_FIXED, null, fixed.getTroubleId(), null, 0);
        } else if (body instanceof RefundRequested requested) {
            return event(event, Kind.REFUND_REQUESTED, null, requested.getRefundId(), null, 0);
        } else if (body instanceof RefundSucceeded refunded) {
            return event(event, Kind.REFUND_SUCCEEDED, null, refunded.getRefundId(), null, refunded.getAmountFen());
        } else if (body instanceof RefundClosed refused) {
            return event(event, Kind.REFUND_CLOSED, null, refused.getRefundId(), null, 0);
        } else if (body instanceof ParcelTraced traced && traced.getAction().equals(SIGNED)) {
            return event(event, Kind.PARCEL_SIGNED, null, null, null, 0);
        }
        return event(event, Kind.OTHER_OF_ORDER, null, null, null, 0);
    }

    private BuyerEvent event(OrderEvent event, Kind kind, String account, String detail, String label, long amountFen) {
        return new BuyerEvent(
                event.getShopId(),
                hash.of(event.getBuyerId()),
                event.getEventId(),
                event.getEventTime().toEpochMilli(),
                kind,
                event.getOrderId(),
                account,
                detail,
                label,
                amountFen);
    }
}
