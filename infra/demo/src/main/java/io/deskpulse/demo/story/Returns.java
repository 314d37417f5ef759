package io.deskpulse.demo.story;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.script.Step;
import io.deskpulse.demo.subject.Case;
import io.deskpulse.demo.subject.Order;
import io.deskpulse.demo.subject.Topic;
import io.deskpulse.demo.ticket.TicketStories;
import io.deskpulse.events.OrderReviewed;
import io.deskpulse.events.RefundClosed;
import io.deskpulse.events.RefundCloser;
import io.deskpulse.events.RefundRequested;
import io.deskpulse.events.RefundSucceeded;
import java.util.List;

/** What comes back: cancellations, refunds and reviews; an order has at most one refund and never gets back more than was paid. */
final class Returns {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final double COMPLAINS_RATIO = 0.4;
    private static final double REFUND_WHEN_FAULTY_RATIO = 0.6;
    private static final double REFUND_WHEN_SOUND_RATIO = 0.04;
    private static final double REVIEW_RATIO = 0.25;
    private static final double GRANTED_RATIO = 0.85;

    private static final List<String> FAULTS = List.of("QUALITY_DEFECT", "NOT_AS_DESCRIBED", "DAMAGED_ON_ARRIVAL");
    private static final List<String> SECOND_THOUGHTS = List.of("NO_REASON_7_DAYS", "WRONG_SIZE", "NO_LONGER_WANTED");

    private Returns() {}

    /** The buyer cancels before shipping and gets everything back. */
    static List<Step<Order>> cancellation() {
        return List.of(order -> {
            String refundId = order.shop().newId("refund");
            order.tell(new RefundRequested(refundId, null, "NO_LONGER_WANTED", false));
            order.script()
                    .append(List.of(
                            granted -> succeeds(granted, refundId, granted.paidFen()),
                            closed -> OrderStories.closes(closed, "REFUNDED")));
            return order.dice().millis(60_000, HOUR_MILLIS);
        });
    }

    /** Appends what the buyer does with a delivered order; returns the pause before it goes on. */
    static long afterDelivery(Order order) {
        Dice dice = order.dice();
        boolean faulty = dice.chance(order.sku().faultRatio());
        if (faulty && dice.chance(COMPLAINS_RATIO)) {
            order.script().append(List.of(Returns::complains));
        }
        if (dice.chance(faulty ? REFUND_WHEN_FAULTY_RATIO : REFUND_WHEN_SOUND_RATIO)) {
            order.script().append(List.of(asked -> asksForRefund(asked, faulty)));
        }
        if (dice.chance(REVIEW_RATIO)) {
            order.script().append(List.of(reviewer -> reviews(reviewer, faulty)));
        }
        return dice.millis(HOUR_MILLIS / 2, 12 * HOUR_MILLIS);
    }

    private static long complains(Order order) {
        Case.of(order.shop(), order.buyer(), order.sku())
                .aboutOrder(order.id())
                .begin(TicketStories.complaint(Topic.QUALITY, order.dice()), 0);
        return order.dice().millis(HOUR_MILLIS, 6 * HOUR_MILLIS);
    }

    private static long asksForRefund(Order order, boolean faulty) {
        Dice dice = order.dice();
        String refundId = order.shop().newId("refund");
        String reason = dice.pick(faulty ? FAULTS : SECOND_THOUGHTS);
        order.tell(new RefundRequested(refundId, order.sku().id(), reason, faulty));
        long fen = Math.min(order.paidFen(), order.sku().priceFen());
        Step<Order> outcome = dice.chance(GRANTED_RATIO)
                ? granted -> succeeds(granted, refundId, fen)
                : refused -> {
                    refused.tell(new RefundClosed(refundId, RefundCloser.SHOP));
                    return HOUR_MILLIS;
                };
        order.script().insert(outcome);
        return dice.millis(HOUR_MILLIS, 20 * HOUR_MILLIS);
    }

    private static long succeeds(Order order, String refundId, long fen) {
        order.tell(new RefundSucceeded(refundId, fen));
        return HOUR_MILLIS / 60;
    }

    private static long reviews(Order order, boolean faulty) {
        int stars = faulty
                ? 1 + order.dice().weighted(55, 30, 15)
                : 3 + order.dice().weighted(5, 15, 80);
        String text = order.dice().chance(0.7) ? order.wording().of(stars <= 2 ? "review.bad" : "review.good") : null;
        order.tell(new OrderReviewed(order.sku().id(), stars, text));
        return 0;
    }
}
