package io.deskpulse.metrics.conversion;

import static io.deskpulse.metrics.conversion.BuyerFacts.NONE;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.conversion.OrderFacts.Parcel;
import io.deskpulse.metrics.conversion.OrderFacts.Refund;
import java.io.IOException;

/** Binary form of an order, seen from a day close by. */
final class OrderForm {
    private static final int ID = 1;
    private static final int VERSION = 2;
    private static final int PRESALE = 3;
    private static final int ENDED = 4;
    private static final int ANOMALIES = 5;
    private static final int LAST_EVENT = 6;
    private static final int CREATED = 7;
    private static final int CREATED_DAY = 8;
    private static final int ORDER_AGENT = 9;
    private static final int PAID = 10;
    private static final int PAID_DAY = 11;
    private static final int PAID_FEN = 12;
    private static final int FIRST_GUIDE = 13;
    private static final int LAST_GUIDE = 14;
    private static final int PAY_AGENT = 15;
    private static final int CLOSED = 16;
    private static final int CLOSE_REASON = 17;
    private static final int REMINDED = 18;
    private static final int REMINDED_BY = 19;
    private static final int REFUNDED_FEN = 20;
    private static final int REFUND_ID = 21;
    private static final int TROUBLE = 22;
    private static final int PAYMENT_ID = 23;
    /** Of the refund told before it. */
    private static final int REFUND_FEN = 24;

    private static final int PARCEL = 25;
    private static final int CLOSED_DAY = 26;
    private static final int PRODUCT = 27;
    private static final int REFUND_REQUEST = 28;

    private static final int REQUEST_ID = 1;
    private static final int REQUEST_SKU = 2;
    private static final int REQUESTED = 3;

    private static final int PARCEL_ID = 1;
    private static final int SHIPPED = 2;
    private static final int SHIPPED_DAY = 3;
    private static final int SIGNED = 4;
    private static final int SIGNED_DAY = 5;

    private OrderForm() {}

    static void write(OrderFacts order, int today, FormWriter out) {
        long since = BuyerDayForm.sinceMillis(today);
        out.name(ID, order.orderId);
        out.number(VERSION, order.version);
        out.flag(PRESALE, order.presale);
        out.flag(ENDED, order.ended);
        out.number(ANOMALIES, order.anomalies);
        out.signed(LAST_EVENT, order.lastEventAtMillis - since);
        if (order.isCreated()) {
            out.instant(CREATED, order.createdAtMillis, since, NONE);
            out.signed(CREATED_DAY, order.createdDay - today);
            out.name(ORDER_AGENT, order.orderAgent);
        }
        if (order.isPaid()) {
            out.instant(PAID, order.paidAtMillis, since, NONE);
            out.signed(PAID_DAY, order.paidDay - today);
            out.number(PAID_FEN, order.paidFen);
            out.name(FIRST_GUIDE, order.firstGuide);
            out.name(LAST_GUIDE, order.lastGuide);
            out.name(PAY_AGENT, order.payAgent);
        }
        out.instant(CLOSED, order.closedAtMillis, since, NONE);
        out.number(CLOSED_DAY, order.closedDay);
        out.text(CLOSE_REASON, order.closeReason);
        out.instant(REMINDED, order.remindedAtMillis, since, NONE);
        out.name(REMINDED_BY, order.remindedBy);
        out.number(REFUNDED_FEN, order.refundedFen);
        for (String paymentId : order.paymentIds) {
            out.text(PAYMENT_ID, paymentId);
        }
        for (Refund refund : order.refunds) {
            out.text(REFUND_ID, refund.id());
            out.number(REFUND_FEN, refund.amountFen());
        }
        writeProducts(order, since, out);
        for (Parcel parcel : order.parcels) {
            out.group(PARCEL);
            writeParcel(parcel, today, out);
            out.end();
        }
        for (TroubleFacts trouble : order.troubles) {
            out.group(TROUBLE);
            TroubleForm.write(trouble, today, out);
            out.end();
        }
    }

    private static void writeParcel(Parcel parcel, int today, FormWriter out) {
        long since = BuyerDayForm.sinceMillis(today);
        out.text(PARCEL_ID, parcel.id);
        out.instant(SHIPPED, parcel.shippedAtMillis, since, NONE);
        out.number(SHIPPED_DAY, parcel.shippedDay);
        out.instant(SIGNED, parcel.signedAtMillis, since, NONE);
        out.number(SIGNED_DAY, parcel.signedDay);
    }

    private static void writeProducts(OrderFacts order, long sinceMillis, FormWriter out) {
        for (String product : order.products) {
            out.name(PRODUCT, product);
        }
        for (RefundRequest request : order.refundRequests) {
            out.group(REFUND_REQUEST);
            out.text(REQUEST_ID, request.refundId());
            out.name(REQUEST_SKU, request.skuId());
            out.instant(REQUESTED, request.atMillis(), sinceMillis, NONE);
            out.end();
        }
    }

    private static RefundRequest readRequest(int today, FormReader in) throws IOException {
        in.require(REQUEST_ID);
        String id = in.text();
        String skuId = null;
        long atMillis = NONE;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case REQUEST_SKU -> skuId = in.name();
                case REQUESTED -> atMillis = in.instant(BuyerDayForm.sinceMillis(today));
                default -> {}
            }
        }
        return new RefundRequest(id, skuId, atMillis);
    }

    private static Parcel readParcel(int today, FormReader in) throws IOException {
        long since = BuyerDayForm.sinceMillis(today);
        in.require(PARCEL_ID);
        Parcel parcel = new Parcel(in.text());
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case SHIPPED -> parcel.shippedAtMillis = in.instant(since);
                case SHIPPED_DAY -> parcel.shippedDay = in.count();
                case SIGNED -> parcel.signedAtMillis = in.instant(since);
                case SIGNED_DAY -> parcel.signedDay = in.count();
                default -> {}
            }
        }
        return parcel;
    }

    static OrderFacts read(int today, FormReader in) throws IOException {
        long since = BuyerDayForm.sinceMillis(today);
        in.require(ID);
        OrderFacts order = new OrderFacts(in.name());
        order.lastEventAtMillis = since;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case VERSION -> order.version = in.count();
                case PRESALE -> order.presale = in.flag();
                case ENDED -> order.ended = in.flag();
                case ANOMALIES -> order.anomalies = in.count();
                case LAST_EVENT -> order.lastEventAtMillis = since + in.signed();
                case CLOSED -> order.closedAtMillis = in.instant(since);
                case CLOSED_DAY -> order.closedDay = in.count();
                case CLOSE_REASON -> order.closeReason = in.word();
                case REMINDED -> order.remindedAtMillis = in.instant(since);
                case REMINDED_BY -> order.remindedBy = in.name();
                case REFUNDED_FEN -> order.refundedFen = in.number();
                case REFUND_ID -> order.refunds.add(new Refund(in.text(), 0));
                case REFUND_FEN -> amountOfLastRefund(order, in.number());
                case PAYMENT_ID -> order.paymentIds.add(in.text());
                case PRODUCT -> order.products.add(in.name());
                case REFUND_REQUEST -> {
                    in.group();
                    order.refundRequests.add(readRequest(today, in));
                }
                case PARCEL -> {
                    in.group();
                    order.parcels.add(readParcel(today, in));
                }
                case TROUBLE -> {
                    in.group();
                    order.troubles.add(TroubleForm.read(order.orderId, today, in));
                }
                default -> readCredits(order, today, tag, in);
            }
        }
        return order;
    }

    private static void amountOfLastRefund(OrderFacts order, long amountFen) {
        int last = order.refunds.size() - 1;
        if (last >= 0) {
            order.refunds.set(last, new Refund(order.refunds.get(last).id(), amountFen));
        }
    }

    private static void readCredits(OrderFacts order, int today, int tag, FormReader in) throws IOException {
        switch (tag) {
            case CREATED -> {
                order.createdAtMillis = in.instant(BuyerDayForm.sinceMillis(today));
                order.createdDay = today;
            }
            case CREATED_DAY -> order.createdDay = today + in.signedInt();
            case ORDER_AGENT -> order.orderAgent = in.name();
            case PAID -> {
                order.paidAtMillis = in.instant(BuyerDayForm.sinceMillis(today));
                order.paidDay = today;
            }
            case PAID_DAY -> order.paidDay = today + in.signedInt();
            case PAID_FEN -> order.paidFen = in.number();
            case FIRST_GUIDE -> order.firstGuide = in.name();
            case LAST_GUIDE -> order.lastGuide = in.name();
            case PAY_AGENT -> order.payAgent = in.name();
            default -> {}
        }
    }
}
