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

    /** A parcel of an order: instants in milliseconds since the epoch, {@link BuyerFacts#NONE} when there is none; days of the shop. */
    public static final class Parcel {
        final String id;
        long shippedAtMillis = NONE;
        int shippedDay;
        long signedAtMillis = NONE;
        int signedDay;

        Parcel(String id) {
            this.id = id;
        }

        /** Its id, unique within the shop. */
        public String id() {
            return id;
        }

        /** When it was first handed to a carrier. */
        public long shippedAtMillis() {
            return shippedAtMillis;
        }

        /** Day of that; 0 without it. */
        public int shippedDay() {
            return shippedDay;
        }

        /** When it was delivered. */
        public long signedAtMillis() {
            return signedAtMillis;
        }

        /** Day of that; 0 without it. */
        public int signedDay() {
            return signedDay;
        }
    }

    final String orderId;
    /** In the order in which they were first heard of. */
    final List<Parcel> parcels = new ArrayList<>(1);
    /** Of its lines, each once, in their order. */
    final List<String> products = new ArrayList<>(1);

    final List<RefundRequest> refundRequests = new ArrayList<>(0);
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
    int closedDay;
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

    /** Its parcels, in the order in which they were first heard of. */
    public List<Parcel> parcels() {
        return parcels;
    }

    /** Products of its lines by the first creation, each once, in their order. */
    public List<String> products() {
        return products;
    }

    /** Refunds asked for or paid, in the order in which they were first heard of. */
    public List<RefundRequest> refundRequests() {
        return refundRequests;
    }

    /** First close. */
    public long closedAtMillis() {
        return closedAtMillis;
    }

    /** Day of the close; meaningless without one. */
    public int closedDay() {
        return closedDay;
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

    void refundHeardOf(String refundId, String skuId, long atMillis) {
        for (RefundRequest request : refundRequests) {
            if (request.refundId().equals(refundId)) {
                return;
            }
        }
        refundRequests.add(new RefundRequest(refundId, skuId, atMillis));
    }

    Parcel parcel(String parcelId) {
        for (Parcel parcel : parcels) {
            if (parcel.id.equals(parcelId)) {
                return parcel;
            }
        }
        Parcel parcel = new Parcel(parcelId);
        parcels.add(parcel);
        return parcel;
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
