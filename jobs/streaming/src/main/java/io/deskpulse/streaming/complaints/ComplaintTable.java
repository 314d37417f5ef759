package io.deskpulse.streaming.complaints;

import io.deskpulse.metrics.complaints.ComplaintFacts;
import io.deskpulse.metrics.complaints.ComplaintStateForm;
import io.deskpulse.metrics.complaints.OrderComplaints;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;
import java.util.List;

/** Table {@code complaint_facts}. */
public final class ComplaintTable {
    /** What an order with a complaint, or a ticket without an order, puts into it. */
    public static final FactTable<FactRow<OrderComplaints.Row>> TABLE = FactTable.of(
            "complaint_facts",
            "about",
            new Columns<OrderComplaints.Row>().of(OrderComplaints.Row::order, complaints()));

    /** How its rows travel. */
    public static final FactRowCodec<OrderComplaints.Row> ROWS =
            new FactRowCodec<>(ComplaintStateForm::writeRow, ComplaintStateForm::readRow);

    private ComplaintTable() {}

    private static Columns<OrderComplaints> complaints() {
        return new Columns<OrderComplaints>()
                .text("order_id", OrderComplaints::orderId)
                .word("region", OrderComplaints::region)
                .instant("first_at", OrderComplaints::firstMillis)
                .instant("last_at", OrderComplaints::lastMillis)
                .nested("complaints", OrderComplaints::complaints, complaint())
                .words("quotes", ComplaintTable::quotes);
    }

    private static Columns<ComplaintFacts> complaint() {
        return new Columns<ComplaintFacts>()
                .instant("at", ComplaintFacts::atMillis)
                .day("day", ComplaintFacts::epochDay)
                .text("event_id", ComplaintFacts::eventId)
                .constant("source", ComplaintFacts::source)
                .word("reason", ComplaintFacts::reason)
                .text("sku_id", ComplaintFacts::skuId)
                .word("attribute", ComplaintFacts::attribute)
                .text("buyer_id", ComplaintFacts::buyerId)
                .text("ticket_id", ComplaintFacts::ticketId)
                .text("conversation_id", ComplaintFacts::conversationId)
                .word("account", ComplaintFacts::account)
                .text("parcel_id", ComplaintFacts::parcelId)
                .word("carrier", ComplaintFacts::carrier)
                .instantOrNull("shipped_at", ComplaintFacts::shippedMillis)
                .instantOrNull("signed_at", ComplaintFacts::signedMillis)
                .uint32("events", ComplaintFacts::events)
                .instantOrNull("taken_back_at", ComplaintFacts::takenBackMillis);
    }

    /** By the places of the complaints; none at all where none is kept, as most shops want it. */
    private static List<String> quotes(OrderComplaints order) {
        List<String> quotes = order.complaints().stream()
                .map(complaint -> complaint.quote() == null ? "" : complaint.quote())
                .toList();
        return quotes.stream().allMatch(String::isEmpty) ? List.of() : quotes;
    }
}
