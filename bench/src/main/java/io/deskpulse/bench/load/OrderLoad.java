package io.deskpulse.bench.load;

import io.deskpulse.events.OrderClosed;
import io.deskpulse.events.OrderCreated;
import io.deskpulse.events.OrderEvent;
import io.deskpulse.events.OrderLine;
import io.deskpulse.events.OrderPaid;
import io.deskpulse.events.OrderReviewed;
import io.deskpulse.events.OrderTroubled;
import io.deskpulse.events.ParcelShipped;
import io.deskpulse.events.ParcelTraced;
import io.deskpulse.events.PaymentReminded;
import io.deskpulse.events.RefundRequested;
import io.deskpulse.events.RefundSucceeded;
import io.deskpulse.events.TroubleFixed;
import io.deskpulse.events.TroubleKind;
import io.deskpulse.schemas.EventStream;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Orders of two products: of twenty, sixteen are created, paid, shipped, traced and delivered and half of these reviewed; two end
 * unpaid after a reminder; one runs into trouble that is fixed; one is refunded.
 */
public final class OrderLoad extends Load {
    private enum Step {
        CREATED,
        PAID,
        REMINDED,
        CLOSED,
        TROUBLED,
        FIXED,
        SHIPPED,
        TRACED,
        SIGNED,
        REFUND_REQUESTED,
        REFUNDED,
        REVIEWED
    }

    private static final int KINDS = 20;
    private static final List<Step> UNPAID = List.of(Step.CREATED, Step.REMINDED, Step.CLOSED);
    private static final List<Step> REFUNDED = List.of(
            Step.CREATED, Step.PAID, Step.SHIPPED, Step.TRACED, Step.SIGNED, Step.REFUND_REQUESTED, Step.REFUNDED);
    private static final List<Step> TROUBLED =
            List.of(Step.CREATED, Step.PAID, Step.TROUBLED, Step.FIXED, Step.SHIPPED, Step.TRACED, Step.SIGNED);
    private static final List<Step> PLAIN =
            List.of(Step.CREATED, Step.PAID, Step.SHIPPED, Step.TRACED, Step.TRACED, Step.SIGNED);
    private static final List<Step> REVIEWED =
            List.of(Step.CREATED, Step.PAID, Step.SHIPPED, Step.TRACED, Step.TRACED, Step.SIGNED, Step.REVIEWED);
    private static final long AMOUNT_FEN = 19_900;

    private final double buyersPerOrder;

    /**
     * A load.
     *
     * @param buyersPerOrder order {@code n} is of buyer {@code n * buyersPerOrder}, so that orders keep up with the buyers of a
     *     {@link ChatLoad} beside them
     */
    public OrderLoad(long seed, int open, double buyersPerOrder) {
        super(EventStream.ORDERS, seed, open);
        this.buyersPerOrder = buyersPerOrder;
    }

    /** Mean number of events of an order. */
    public static double eventsEach() {
        int events = 0;
        for (long order = 0; order < KINDS; order++) {
            events += course(order).size();
        }
        return (double) events / KINDS;
    }

    @Override
    int length(long order) {
        return course(order).size();
    }

    @Override
    SpecificRecord event(long order, int step, String eventId, Instant time) {
        long buyer = (long) (order * buyersPerOrder);
        Object body = body(course(order).get(step), "-" + order, account(buyer), time);
        return new OrderEvent(eventId, time, shop(buyer), "order-" + order, buyer(buyer), body);
    }

    private static List<Step> course(long order) {
        int kind = (int) (order % KINDS);
        return switch (kind) {
            case 0, 10 -> UNPAID;
            case 5 -> REFUNDED;
            case 15 -> TROUBLED;
            default -> kind % 2 == 0 ? PLAIN : REVIEWED;
        };
    }

    private static Object body(Step step, String id, String account, Instant time) {
        return switch (step) {
            case CREATED ->
                new OrderCreated(
                        List.of(new OrderLine("sku-1001", 1, AMOUNT_FEN - 9_900), new OrderLine("sku-2002", 1, 9_900L)),
                        "浙江省杭州市",
                        false);
            case PAID -> new OrderPaid(AMOUNT_FEN, null);
            case REMINDED -> new PaymentReminded(account);
            case CLOSED -> new OrderClosed("UNPAID");
            case TROUBLED -> new OrderTroubled("trouble" + id, TroubleKind.ADDRESS_INCOMPLETE, null);
            case FIXED -> new TroubleFixed("trouble" + id);
            case SHIPPED -> new ParcelShipped("parcel" + id, "SF", time.plusSeconds(172_800), null);
            case TRACED -> new ParcelTraced("parcel" + id, "TRANSPORT");
            case SIGNED -> new ParcelTraced("parcel" + id, "SIGNED");
            case REFUND_REQUESTED -> new RefundRequested("refund" + id, "sku-1001", "NOT_AS_DESCRIBED", true);
            case REFUNDED -> new RefundSucceeded("refund" + id, AMOUNT_FEN / 2);
            case REVIEWED -> new OrderReviewed("sku-1001", 5, "质量很好，发货很快");
        };
    }
}
