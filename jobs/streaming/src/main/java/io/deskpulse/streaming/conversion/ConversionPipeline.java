package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerDayFacts;
import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.BuyerFactsCodec;
import io.deskpulse.metrics.conversion.OrderFacts;
import io.deskpulse.metrics.conversion.TroubleFacts;
import io.deskpulse.streaming.codec.KeyTypeInfo;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.timeline.Located;
import io.deskpulse.streaming.timeline.LocatedCodec;
import io.deskpulse.streaming.timeline.TimelineOperator;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Chat and order events in; orders, order troubles and days of buyers out.
 *
 * @param family retention, window and calendars
 * @param flushInterval rows leave about this often, rarer while the job is behind
 */
public record ConversionPipeline(BuyerFamily family, Duration flushInterval) {
    /** How the rows of all three tables travel. */
    static final FactRowCodec<BuyerFacts> ROWS = new FactRowCodec<>(BuyerFactsCodec::write, BuyerFactsCodec::read);

    /**
     * What leaves the pipeline: rows of four tables, the highest version of a key being the true one.
     *
     * @param orders rows that hold {@link OrderFacts}
     * @param orderTroubles rows that hold {@link TroubleFacts}
     * @param buyerDays rows that hold {@link BuyerDayFacts}
     * @param sharedOrders orders that name several buyers, and how many
     * @param tooLate events of buyers who may have been forgotten
     */
    public record Outputs(
            DataStream<FactRow<BuyerFacts>> orders,
            DataStream<FactRow<BuyerFacts>> orderTroubles,
            DataStream<FactRow<BuyerFacts>> buyerDays,
            DataStream<FactRow<Integer>> sharedOrders,
            DataStream<Located<BuyerEvent>> tooLate) {}

    /** Wires the operators; reads from top to bottom as the data flow. */
    public Outputs apply(DataStream<Located<BuyerEvent>> chats, DataStream<Located<BuyerEvent>> orders) {
        OutputTag<Located<BuyerEvent>> tooLate = new OutputTag<>("late-buyer-events", LocatedCodec.type(family));
        // Filtered before they meet: what conversion never looks at does not travel.
        DataStream<Located<BuyerEvent>> relevantChats = chats.filter(ConversionPipeline::isRelevant)
                .uid("relevant-chat-events")
                .name("Messages of buyers and accounts");
        DataStream<Located<BuyerEvent>> relevantOrders = orders.filter(ConversionPipeline::isRelevant)
                .uid("relevant-order-events")
                .name("Orders, payments, refunds, troubles");
        SingleOutputStreamOperator<FactRow<BuyerFacts>> rows = relevantChats
                .union(relevantOrders)
                .keyBy(Located.byKey(family), KeyTypeInfo.INSTANCE)
                .transform(
                        "Conversion of each buyer",
                        ROWS.type(),
                        new TimelineOperator<>(family, tooLate, flushInterval.toMillis()))
                .uid("buyers");
        SingleOutputStreamOperator<FactRow<Integer>> sharedOrders = relevantOrders
                .keyBy(OrderBuyersFunction::key, KeyTypeInfo.INSTANCE)
                .process(new OrderBuyersFunction(family.retention()), SharedOrderTable.ROWS.type())
                .uid("shared-orders")
                .name("Orders of several buyers");
        return new Outputs(
                rows.filter(row -> row.facts() instanceof OrderFacts)
                        .uid("orders")
                        .name("Orders"),
                rows.filter(row -> row.facts() instanceof TroubleFacts)
                        .uid("order-troubles")
                        .name("Order troubles"),
                rows.filter(row -> row.facts() instanceof BuyerDayFacts)
                        .uid("buyer-days")
                        .name("Buyer days"),
                sharedOrders,
                rows.getSideOutput(tooLate));
    }

    private static boolean isRelevant(Located<BuyerEvent> located) {
        return located.event().kind().isRelevant();
    }
}
