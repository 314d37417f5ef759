package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.OrderFacts;
import io.deskpulse.metrics.conversion.OrderFacts.Parcel;
import io.deskpulse.metrics.conversion.RefundRequest;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactTable;

/** Table {@code order_facts}. */
public final class OrderTable {
    /** What a row that holds {@link OrderFacts} puts into it. */
    public static final FactTable<FactRow<BuyerFacts>> TABLE =
            FactTable.of("order_facts", "buyer_id", new Columns<BuyerFacts>().of(OrderFacts.class::cast, order()));

    private OrderTable() {}

    private static Columns<OrderFacts> order() {
        return new Columns<OrderFacts>()
                .text("order_id", OrderFacts::orderId)
                .instantOrNull("created_at", OrderFacts::createdAtMillis)
                .dayOrNull("created_day", order -> day(order.createdAtMillis(), order.createdDay()))
                .bool("presale", OrderFacts::isPresale)
                .instantOrNull("paid_at", OrderFacts::paidAtMillis)
                .dayOrNull("paid_day", order -> day(order.paidAtMillis(), order.paidDay()))
                .int64("paid_fen", OrderFacts::paidFen)
                .int64("refunded_fen", OrderFacts::refundedFen)
                .uint32("refunds", OrderFacts::refunds)
                .instantOrNull("closed_at", OrderFacts::closedAtMillis)
                .word("close_reason", OrderFacts::closeReason)
                .instantOrNull("reminded_at", OrderFacts::remindedAtMillis)
                .word("reminded_by", OrderFacts::remindedBy)
                .word("first_guide", OrderFacts::firstGuide)
                .word("last_guide", OrderFacts::lastGuide)
                .word("order_agent", OrderFacts::orderAgent)
                .word("pay_agent", OrderFacts::payAgent)
                .constants("anomalies", OrderFacts::anomalies)
                .dayOrNull("closed_day", order -> order.closedDay() == 0 ? Columns.NONE : order.closedDay())
                .nested("parcels", OrderFacts::parcels, parcel())
                .words("products", OrderFacts::products)
                .nested("refund_requests", OrderFacts::refundRequests, refundRequest());
    }

    private static Columns<RefundRequest> refundRequest() {
        return new Columns<RefundRequest>()
                .text("refund_id", RefundRequest::refundId)
                .word("sku_id", RefundRequest::skuId)
                .instant("at", RefundRequest::atMillis);
    }

    private static Columns<Parcel> parcel() {
        return new Columns<Parcel>()
                .text("parcel_id", Parcel::id)
                .instantOrNull("shipped_at", Parcel::shippedAtMillis)
                .day("shipped_day", Parcel::shippedDay)
                .instantOrNull("signed_at", Parcel::signedAtMillis)
                .day("signed_day", Parcel::signedDay);
    }

    /** The day of an instant; none when there is no such instant. */
    private static long day(long atMillis, int epochDay) {
        return atMillis == BuyerFacts.NONE ? Columns.NONE : epochDay;
    }
}
