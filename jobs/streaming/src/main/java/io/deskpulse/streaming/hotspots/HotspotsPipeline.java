package io.deskpulse.streaming.hotspots;

import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.OrderComplaints;
import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.streaming.codec.KeyTypeInfo;
import io.deskpulse.streaming.complaints.ComplaintFamily;
import io.deskpulse.streaming.complaints.ComplaintTable;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.hotspots.signals.ContactEvents;
import io.deskpulse.streaming.hotspots.signals.ContactTicks;
import io.deskpulse.streaming.hotspots.signals.OrderTicks;
import io.deskpulse.streaming.hotspots.signals.ShopSignal;
import io.deskpulse.streaming.hotspots.signals.ShopSignalCodec;
import io.deskpulse.streaming.hotspots.signals.SignalSums;
import io.deskpulse.streaming.ticks.TickOperator;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.LocatedCodec;
import io.deskpulse.streaming.timeline.TimelineOperator;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Order, ticket and chat events in; complaints out, as facts, and what the hotspots of each shop are told.
 *
 * @param family of complaints
 * @param orders what orders tell hotspots
 * @param contacts what conversations tell hotspots
 * @param flushInterval rows leave about this often, rarer while the job is behind
 */
public record HotspotsPipeline(
        ComplaintFamily family, OrderTicks orders, ContactTicks contacts, Duration flushInterval) {

    /**
     * Complaints as facts.
     *
     * @param rows the highest version of a key being the true one
     * @param tooLate events of orders that may have been forgotten
     */
    public record Complaints(
            DataStream<FactRow<OrderComplaints.Row>> rows, DataStream<Located<ComplaintEvent>> tooLate) {
        /** Those of one table: of products delivered and defects noted, or of complaints. */
        public DataStream<FactRow<OrderComplaints.Row>> rows(boolean ofProducts) {
            return rows.filter(row -> row.facts().isOfProducts() == ofProducts)
                    .uid(ofProducts ? "product-rows" : "complaint-rows")
                    .name(ofProducts ? "Products delivered, defects noted" : "Orders with complaints");
        }
    }

    /** Complaints, whenever their events arrive. */
    public Complaints complaints(DataStream<Located<ComplaintEvent>> events) {
        OutputTag<Located<ComplaintEvent>> tooLate =
                new OutputTag<>("late-complaint-events", LocatedCodec.type(family));
        SingleOutputStreamOperator<FactRow<OrderComplaints.Row>> rows = events.keyBy(
                        Located.byKey(family), KeyTypeInfo.INSTANCE)
                .transform(
                        "Complaints",
                        ComplaintTable.ROWS.type(),
                        new TimelineOperator<>(family, tooLate, flushInterval.toMillis()))
                .uid("complaints");
        return new Complaints(rows, rows.getSideOutput(tooLate));
    }

    /**
     * What the hotspots of each shop are told, in event time: each exposure and each complaint once, and none after the watermark that
     * ended its tick.
     */
    public DataStream<ShopSignal> signals(
            DataStream<Located<ComplaintEvent>> events, DataStream<Located<ContactEvent>> chats) {
        SingleOutputStreamOperator<ShopSignal> ofOrders = events.keyBy(Located.byKey(family), KeyTypeInfo.INSTANCE)
                .transform("What hotspots are told of orders", ShopSignalCodec.TYPE, new TickOperator<>(orders))
                .uid("order-signals");
        SingleOutputStreamOperator<ShopSignal> ofContacts = chats.union(
                        ofOrders.getSideOutput(OrderTicks.OF_CONVERSATIONS))
                .keyBy(ContactEvents::key, KeyTypeInfo.INSTANCE)
                .transform(
                        "What hotspots are told of conversations", ShopSignalCodec.TYPE, new TickOperator<>(contacts))
                .uid("contact-signals");
        return sums(ofOrders, "order").union(sums(ofContacts, "contact"));
    }

    private static DataStream<ShopSignal> sums(DataStream<ShopSignal> signals, String of) {
        return signals.transform("Exposures added up", ShopSignalCodec.TYPE, new SignalSums())
                .uid(of + "-signal-sums");
    }
}
