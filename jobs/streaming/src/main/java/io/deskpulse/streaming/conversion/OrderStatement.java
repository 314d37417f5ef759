package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.OrderAnomaly;
import io.deskpulse.metrics.conversion.OrderFacts;
import io.deskpulse.streaming.sinks.RowStatement;

/** Writes rows that hold {@link OrderFacts} to table {@code order_facts}. */
public final class OrderStatement implements RowStatement<BuyerRow> {

    @Override
    public String table() {
        return "order_facts";
    }

    @Override
    public Object[] values(BuyerRow row) {
        OrderFacts order = (OrderFacts) row.facts();
        return new Object[] {
            row.shopId(),
            order.orderId(),
            row.buyerId(),
            (long) order.version(),
            Columns.instant(order.createdAtMillis()),
            Columns.day(order.createdAtMillis(), order.createdDay()),
            order.isPresale(),
            Columns.instant(order.paidAtMillis()),
            Columns.day(order.paidAtMillis(), order.paidDay()),
            order.paidFen(),
            order.refundedFen(),
            order.refunds(),
            Columns.instant(order.closedAtMillis()),
            Columns.text(order.closeReason()),
            Columns.instant(order.remindedAtMillis()),
            Columns.text(order.remindedBy()),
            Columns.text(order.firstGuide()),
            Columns.text(order.lastGuide()),
            Columns.text(order.orderAgent()),
            Columns.text(order.payAgent()),
            order.anomalies().stream().map(OrderAnomaly::name).toList()
        };
    }
}
