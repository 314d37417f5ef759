package io.deskpulse.streaming.events;

import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.events.FieldPlace.Kind;
import java.util.List;

/** One event of an order. */
public final class OrderReading extends BuyerReading {
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
    private static final FieldPlace LINES = LAYOUT.body("lines", Kind.LIST);
    private static final FieldPlace REGION = LAYOUT.body("region", Kind.TEXT);
    private static final FieldPlace PARCEL_ID = LAYOUT.body("parcel_id", Kind.TEXT);
    private static final FieldPlace CARRIER = LAYOUT.body("carrier", Kind.TEXT);
    private static final FieldPlace SKU_IDS = LAYOUT.body("sku_ids", Kind.LIST);
    private static final FieldPlace SKU_ID = LAYOUT.body("sku_id", Kind.TEXT);
    private static final FieldPlace QUALITY = LAYOUT.body("quality", Kind.FLAG);
    private static final FieldPlace BY = LAYOUT.body("by", Kind.TEXT);
    private static final FieldPlace STARS = LAYOUT.body("stars", Kind.NUMBER);
    private static final FieldPlace TEXT = LAYOUT.body("text", Kind.TEXT);
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

    /** The products of an order's lines, in their order. */
    public List<String> lineSkuIds() {
        return texts(LINES, "sku_id");
    }

    /** Where an order goes; may be blank. */
    public String region() {
        return text(REGION);
    }

    /** The parcel. */
    public String parcelId() {
        return text(PARCEL_ID);
    }

    /** Who has the parcel. */
    public String carrier() {
        return text(CARRIER);
    }

    /** The products of a parcel; null for every line of the order. */
    public List<String> skuIds() {
        return texts(SKU_IDS, null);
    }

    /** The product of a trouble, a refund or a review; may be blank where the schema lets it be null. */
    public String skuId() {
        return text(SKU_ID);
    }

    /** Whether the reason of a refund blames the product's quality. */
    public Boolean quality() {
        return flag(QUALITY);
    }

    /** Symbol of who ended a refund request. */
    public String by() {
        return text(BY);
    }

    /** Stars of a review, 1 to 5. */
    public long stars(long otherwise) {
        return number(STARS, otherwise);
    }

    /** What the buyer wrote; personal, see {@link Reading}. */
    public String text() {
        return text(TEXT);
    }
}
