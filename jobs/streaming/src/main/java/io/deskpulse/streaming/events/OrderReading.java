package io.deskpulse.streaming.events;

import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.events.FieldPlace.Kind;
import java.util.List;

/** One event of an order. */
public final class OrderReading extends Reading {
    private static final EventLayout LAYOUT = EventLayout.of(EventStream.ORDERS);
    private static final List<Body> BODIES = LAYOUT.bodies(Body.class);
    private static final FieldPlace ORDER_ID = LAYOUT.header("order_id", Kind.TEXT);
    private static final FieldPlace PRESALE = LAYOUT.body("presale", Kind.FLAG);
    private static final FieldPlace AMOUNT_FEN = LAYOUT.body("amount_fen", Kind.NUMBER);
    private static final FieldPlace PAYMENT_ID = LAYOUT.body("payment_id", Kind.TEXT);
    private static final FieldPlace REASON = LAYOUT.body("reason", Kind.TEXT);
    private static final FieldPlace AGENT_ID = LAYOUT.body("agent_id", Kind.TEXT);
    private static final FieldPlace TROUBLE_ID = LAYOUT.body("trouble_id", Kind.TEXT);
    private static final FieldPlace KIND = LAYOUT.body("kind", Kind.TEXT);
    private static final FieldPlace ACTION = LAYOUT.body("action", Kind.TEXT);
    private static final FieldPlace REFUND_ID = LAYOUT.body("refund_id", Kind.TEXT);

    /** What happened; the schema tells each. */
    public enum Body {
        ORDER_CREATED,
        ORDER_PAID,
        ORDER_CLOSED,
        PAYMENT_REMINDED,
        ORDER_TROUBLED,
        TROUBLE_FIXED,
        PARCEL_SHIPPED,
        PARCEL_TRACED,
        REFUND_REQUESTED,
        REFUND_SUCCEEDED,
        REFUND_CLOSED,
        ORDER_REVIEWED
    }

    OrderReading(BuyerIdHash hash) {
        super(LAYOUT, hash);
    }

    /** What happened. */
    public Body body() {
        return BODIES.get(bodyIndex());
    }

    /** The order; never null. */
    public String orderId() {
        return text(ORDER_ID);
    }

    /** Whether it is paid by deposit and balance. */
    public Boolean presale() {
        return flag(PRESALE);
    }

    /** Amount paid or paid back, fen. */
    public long amountFen(long otherwise) {
        return number(AMOUNT_FEN, otherwise);
    }

    /** Which of several payments; may be blank. */
    public String paymentId() {
        return text(PAYMENT_ID);
    }

    /** Why an order was closed or money asked back. */
    public String reason() {
        return text(REASON);
    }

    /** The account that reminded the buyer; may be blank. */
    public String agentId() {
        return text(AGENT_ID);
    }

    /** The trouble. */
    public String troubleId() {
        return text(TROUBLE_ID);
    }

    /** Symbol of what went wrong. */
    public String kind() {
        return text(KIND);
    }

    /** Report of the carrier. */
    public String action() {
        return text(ACTION);
    }

    /** The refund. */
    public String refundId() {
        return text(REFUND_ID);
    }
}
