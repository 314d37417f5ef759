package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.conversion.BuyerDayFacts.Orphan;
import io.deskpulse.metrics.conversion.OrderFacts.Parcel;
import io.deskpulse.metrics.conversion.OrderFacts.Refund;

/** One order event's effect on the state of its buyer. */
record OrderStep(BuyerState state, BuyerEvent event, int today, int windowDays) {

    void apply() {
        OrderFacts order = state.findOrder(event.subject());
        switch (event.kind()) {
            case ORDER_CREATED -> created(remembered(order));
            case ORDER_PAID -> paid(remembered(order));
            case ORDER_CLOSED -> closed(presupposed(order));
            case PAYMENT_REMINDED -> reminded(presupposed(order));
            case ORDER_TROUBLED -> troubled(presupposed(order));
            case TROUBLE_FIXED -> fixed(presupposed(order));
            case REFUND_SUCCEEDED -> refunded(presupposed(order));
            case REFUND_REQUESTED -> {
                moved(order, false);
                refundRequested(order);
            }
            case REFUND_CLOSED -> moved(order, true);
            case PARCEL_SHIPPED -> shipped(order);
            case PARCEL_SIGNED -> {
                moved(order, true);
                signed(order);
            }
            default -> {}
        }
    }

    private OrderFacts remembered(OrderFacts found) {
        OrderFacts order = found;
        if (order == null) {
            order = new OrderFacts(event.subject());
            state.orders.add(order);
        }
        order.lastEventAtMillis = event.timeMillis();
        order.version = state.position;
        return order;
    }

    /** The order of an event that means nothing without one; the event is named on its day when there is none. */
    private OrderFacts presupposed(OrderFacts found) {
        OrderFacts order = remembered(found);
        BuyerDayFacts day = ConversionDerivation.today(state);
        if (!order.isKnown()) {
            day.orphans.add(new Orphan(order.orderId, event.kind()));
        }
        return order;
    }

    /** Nothing to count: it only tells how long the order is to be remembered. */
    private void moved(OrderFacts order, boolean ended) {
        if (order != null) {
            order.lastEventAtMillis = event.timeMillis();
            order.ended = ended;
        }
    }

    /** Touches the row, whether or not it is the first word of that refund. */
    private void refundRequested(OrderFacts order) {
        if (order != null) {
            order.version = state.position;
            String sku = event.products().isEmpty() ? null : event.products().get(0);
            order.refundHeardOf(event.detail(), sku, event.timeMillis());
        }
    }

    private void shipped(OrderFacts order) {
        Parcel parcel = parcelOf(order);
        if (parcel != null && parcel.shippedAtMillis == BuyerFacts.NONE) {
            parcel.shippedAtMillis = event.timeMillis();
            parcel.shippedDay = today;
        }
    }

    private void signed(OrderFacts order) {
        Parcel parcel = parcelOf(order);
        if (parcel != null && parcel.signedAtMillis == BuyerFacts.NONE) {
            parcel.signedAtMillis = event.timeMillis();
            parcel.signedDay = today;
        }
    }

    /** The parcel of the event, of a row touched whether or not it changes; null when nobody knows the order, or which parcel it is. */
    private Parcel parcelOf(OrderFacts order) {
        if (order == null || event.detail() == null) {
            return null;
        }
        order.version = state.position;
        order.lastEventAtMillis = event.timeMillis();
        return order.parcel(event.detail());
    }

    private void created(OrderFacts order) {
        BuyerDayFacts day = touchDay(today);
        if (order.isCreated()) {
            name(order, OrderAnomaly.CREATED_TWICE);
            return;
        }
        if (order.isPaid()) {
            name(order, OrderAnomaly.PAID_BEFORE_CREATION);
        }
        order.createdAtMillis = event.timeMillis();
        order.createdDay = today;
        event.products().stream().distinct().forEach(order.products::add);
        order.presale = BuyerEvent.PRESALE.equals(event.label());
        order.orderAgent = latestCandidate();
        if (day != null) {
            day.orderedSameDay |= day.isConsultedBefore(event.timeMillis());
        }
    }

    /**
     * A payment without an id is the whole; those with ids are parts, and the last of them is when the order was paid.
     *
     * <p>A part touches every day that is kept, whatever it changes: parts before it decide which, see {@code version()}.
     */
    private void paid(OrderFacts order) {
        String paymentId = event.detail();
        touchDay(today);
        touchDay(today - 1);
        if (paymentId != null) {
            state.days.forEach(day -> day.version = state.position);
        }
        if (order.isPaid() && !isFurtherPart(order, paymentId)) {
            name(order, OrderAnomaly.PAID_TWICE);
            return;
        }
        if (order.isClosed()) {
            name(order, OrderAnomaly.PAID_AFTER_CLOSE);
        }
        if (order.isPaid()) {
            count(order, -1);
        }
        if (paymentId != null) {
            order.paymentIds.add(paymentId);
        }
        order.paidAtMillis = event.timeMillis();
        order.paidDay = today;
        order.paidFen = sum(order.paidFen, event.amountFen());
        order.firstGuide =
                state.consultDays.isEmpty() ? null : state.consultDays.get(0).firstAccount();
        order.lastGuide = latestCandidate();
        boolean consultedSince = order.isCreated() && state.lastConsultAtMillis > order.createdAtMillis;
        order.payAgent = consultedSince ? state.lastConsultAccount : null;
        count(order, 1);
    }

    private static boolean isFurtherPart(OrderFacts order, String paymentId) {
        return paymentId != null && !order.paymentIds.isEmpty() && !order.paymentIds.contains(paymentId);
    }

    /** Adds the order to what the days say of payments, or takes it back from there. */
    private void count(OrderFacts order, int orders) {
        for (BuyerDayFacts day : state.days) {
            day.paidSameDay += day.epochDay == order.paidDay && day.isConsultedBefore(order.paidAtMillis) ? orders : 0;
            day.paidNextDay += day.epochDay == order.paidDay - 1 && day.isConsulted() ? orders : 0;
            day.boughtBefore += day.looksBackOn(order.paidAtMillis) ? orders : 0;
        }
    }

    /** The row of a day, if it has one; touched whether or not the event will change it, see {@code version()}. */
    private BuyerDayFacts touchDay(int epochDay) {
        BuyerDayFacts day = state.findDay(epochDay);
        if (day != null) {
            day.version = state.position;
        }
        return day;
    }

    /** The latest consult up to now, if it lies in the window; {@code beginDay} has emptied the window of older days. */
    private String latestCandidate() {
        return state.lastConsultAccount != null && state.lastConsultDay > today - windowDays
                ? state.lastConsultAccount
                : null;
    }

    private void closed(OrderFacts order) {
        order.ended = true;
        if (order.isClosed()) {
            name(order, OrderAnomaly.CLOSED_TWICE);
            return;
        }
        order.closedAtMillis = event.timeMillis();
        order.closedDay = today;
        order.closeReason = event.detail();
    }

    private void reminded(OrderFacts order) {
        if (order.isPaid() || order.isClosed()) {
            name(order, OrderAnomaly.REMINDED_AFTER_END);
        } else if (order.remindedAtMillis == BuyerFacts.NONE) {
            order.remindedAtMillis = event.timeMillis();
            order.remindedBy = event.account();
        }
    }

    private void troubled(OrderFacts order) {
        TroubleFacts trouble = order.trouble(event.detail());
        trouble.version = state.position;
        if (trouble.isDetected()) {
            return;
        }
        if (trouble.fixedAtMillis != BuyerFacts.NONE) {
            name(order, OrderAnomaly.FIX_BEFORE_TROUBLE);
        }
        trouble.kind = event.label();
        trouble.detectedAtMillis = event.timeMillis();
        trouble.detectedDay = today;
    }

    private void fixed(OrderFacts order) {
        TroubleFacts trouble = order.trouble(event.detail());
        trouble.version = state.position;
        if (trouble.fixedAtMillis == BuyerFacts.NONE) {
            trouble.fixedAtMillis = event.timeMillis();
        }
    }

    private void refunded(OrderFacts order) {
        order.ended = true;
        Refund refund = new Refund(event.detail(), event.amountFen());
        if (order.refunds.contains(refund)) {
            name(order, OrderAnomaly.REFUND_TWICE);
            return;
        }
        if (order.isRefundKnown(refund.id())) {
            name(order, OrderAnomaly.REFUND_IN_PARTS);
        }
        if (!order.isPaid()) {
            name(order, OrderAnomaly.REFUND_BEFORE_PAYMENT);
        }
        order.refundHeardOf(refund.id(), null, event.timeMillis());
        order.refunds.add(refund);
        order.refundedFen = sum(order.refundedFen, refund.amountFen());
    }

    /** Impossible amounts must not turn into money of the other sign. */
    private static long sum(long fen, long more) {
        long sum = fen + more;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static void name(OrderFacts order, OrderAnomaly anomaly) {
        order.anomalies |= anomaly.bit();
    }
}
