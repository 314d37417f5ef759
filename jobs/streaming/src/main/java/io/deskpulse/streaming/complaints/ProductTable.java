package io.deskpulse.streaming.complaints;

import io.deskpulse.metrics.complaints.OrderComplaints;
import io.deskpulse.metrics.complaints.OrderComplaints.NotedDefect;
import io.deskpulse.metrics.complaints.OrderComplaints.SignedLine;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactTable;

/** Table {@code product_facts}: lines delivered and defects noted. */
public final class ProductTable {
    /** What an order with a delivered line puts into it, or an order or a ticket of which a defect is noted. */
    public static final FactTable<FactRow<OrderComplaints.Row>> TABLE = FactTable.of(
            "product_facts", "about", new Columns<OrderComplaints.Row>().of(OrderComplaints.Row::order, products()));

    private ProductTable() {}

    private static Columns<OrderComplaints> products() {
        return new Columns<OrderComplaints>()
                .text("order_id", OrderComplaints::orderId)
                .nested(
                        "lines",
                        OrderComplaints::signedLines,
                        new Columns<SignedLine>()
                                .text("sku_id", SignedLine::skuId)
                                .instant("signed_at", SignedLine::signedMillis)
                                .day("day", SignedLine::signedDay))
                .nested("defects", OrderComplaints::defects, defect());
    }

    private static Columns<NotedDefect> defect() {
        return new Columns<NotedDefect>()
                .text("event_id", NotedDefect::eventId)
                .text("ticket_id", NotedDefect::ticketId)
                .text("buyer_id", NotedDefect::buyerId)
                .text("sku_id", NotedDefect::skuId)
                .word("attribute", NotedDefect::attribute)
                .word("severity", NotedDefect::severity)
                .instant("noted_at", NotedDefect::atMillis)
                .day("day", NotedDefect::epochDay);
    }
}
