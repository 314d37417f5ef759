package io.deskpulse.metrics.conversion;

import java.util.ArrayList;
import java.util.List;

/**
 * One order: the content of one row, without buyer and version.
 *
 * <p>The row exists as soon as the order's creation or payment is known. Instants are milliseconds since the epoch, {@link
 * BuyerFacts#NONE} when there is none; days are the shop's calendar days since 1970-01-01; money is fen; an account is null
 * when the model credits nobody.
 */
public final class OrderFacts implements BuyerFacts {
    /**
     * A refund that succeeded, or a part of one.
     *
     * @param id the refund
     * @param amountFen what was paid back, fen
     */
    record Refund(String id, long amountFen) {}

    final String orderId;
    /** Payments told with an id, all counted; empty when a payment without one was the whole. */
    final List<String> paymentIds = new ArrayList<>(0);
    /** Those counted, none twice. */
    final List<Refund> refunds = new ArrayList<>(0);

    final List<TroubleFacts> troubles = new ArrayList<>(0);
    long createdAtMillis = NONE;
    int createdDay;
    boolean presale;
    long paidAtMillis = NONE;
    int paidDay;
    long paidFen;
    long refundedFen;
    long closedAtMillis = NONE;
    String closeReason;
    long remindedAtMillis = NONE;
    String remindedBy;
    String firstGuide;
    String lastGuide;
    String orderAgent;
    String payAgent;
    int anomalies;
    /** Whether nothing more is expected of it, so that it may be forgotten sooner. */
    boolean ended;

    long lastEventAtMillis;
    int version;

    OrderFacts(String orderId) {
        this.orderId = orderId;
    }

    /** The order, unique within the shop. */
    public String orderId() {
        return orderId;
    }

    /** First creation. */
    public long createdAtMillis() {
        return createdAtMillis;
    }

    /** Day of the creation; meaningless without one. */
    public int createdDay() {
        return createdDay;
    }

    /** Whether it is paid by deposit and balance. */
    public boolean isPresale() {
        return presale;
    }

    /** Payment in full: the first, or the last part of one by several means. */
    public long paidAtMillis() {
        return paidAtMillis;
    }

    /** Day of the payment; meaningless without one. */
    public int paidDay() {
        return paidDay;
    }

    /** Amount of that payment, all parts; 0 while unpaid. */
    public long paidFen() {
        return paidFen;
    }

    /** Sum of all refunds that succeeded, whenever they did, each part of each refund once. */
    public long refundedFen() {
        return refundedFen;
    }

    /** Paid less refunded; below zero when more was paid back than is known to be paid. */
    public long netFen() {
        return paidFen - refundedFen;
    }

    /** Refunds that succeeded, one in parts counted once. */
    public int refunds() {
        return (int) refunds.stream().map(Refund::id).distinct().count();
    }

    /** First close. */
    public long closedAtMillis() {
        return closedAtMillis;
    }

    /** Why, as the platform names it; null when it was not closed. */
    public String closeReason() {
        return closeReason;
    }

    /** First reminder to pay while it was neither paid nor closed. */
    public long remindedAtMillis() {
        return remindedAtMillis;
    }

    /** The account that reminded; null when it was automatic or there was none. */
    public String remindedBy() {
        return remindedBy;
    }

    /** Account of the earliest candidate consult of the payment. */
    public String firstGuide() {
        return firstGuide;
    }

    /** Account of the latest candidate consult of the payment. */
    public String lastGuide() {
        return lastGuide;
    }

    /** Account of the latest candidate consult of the creation. */
    public String orderAgent() {
        return orderAgent;
    }

    /** Account of the latest consult after the creation, up to the payment. */
    public String payAgent() {
        return payAgent;
    }

    /** {@link #orderAgent()} if any, else {@link #payAgent()}. */
    public String orderFirst() {
        return orderAgent == null ? payAgent : orderAgent;
    }

    /** What cannot be about it, in the order of the constants. */
    public List<OrderAnomaly> anomalies() {
        int found = anomalies;
        if (isPaid()) {
            found |= isCreated() ? 0 : OrderAnomaly.PAID_WITHOUT_CREATION.bit();
            found |= refundedFen > paidFen ? OrderAnomaly.REFUND_ABOVE_PAID.bit() : 0;
        } else if ((found & OrderAnomaly.REFUND_BEFORE_PAYMENT.bit()) != 0) {
            found ^= OrderAnomaly.REFUND_BEFORE_PAYMENT.bit() | OrderAnomaly.REFUND_WITHOUT_PAYMENT.bit();
        }
        for (TroubleFacts trouble : troubles) {
            found |= trouble.isDetected() ? 0 : OrderAnomaly.FIX_WITHOUT_TROUBLE.bit();
        }
        List<OrderAnomaly> named = new ArrayList<>(0);
        for (OrderAnomaly anomaly : found == 0 ? new OrderAnomaly[0] : OrderAnomaly.values()) {
            if ((found & anomaly.bit()) != 0) {
                named.add(anomaly);
            }
        }
        return named;
    }

    @Override
    public int version() {
        return version;
    }

    boolean isCreated() {
        return createdAtMillis != NONE;
    }

    boolean isPaid() {
        return paidAtMillis != NONE;
    }

    boolean isClosed() {
        return closedAtMillis != NONE;
    }

    /** Whether the row exists. */
    boolean isKnown() {
        return isCreated() || isPaid();
    }

    /** Whether this refund, or a part of it, was counted. */
    boolean isRefundKnown(String refundId) {
        for (Refund refund : refunds) {
            if (refund.id().equals(refundId)) {
                return true;
            }
        }
        return false;
    }

    TroubleFacts trouble(String troubleId) {
        for (TroubleFacts trouble : troubles) {
            if (trouble.troubleId.equals(troubleId)) {
                return trouble;
            }
        }
        TroubleFacts trouble = new TroubleFacts(orderId, troubleId);
        troubles.add(trouble);
        return trouble;
    }
}
