package io.deskpulse.streaming.conversion;

import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.deadletters.LateEvents;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.events.Subscription;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.settings.Connections;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From the chat and order topics to {@code order_facts}, {@code order_trouble_facts}, {@code buyer_days} and {@code
 * shared_order_facts}.
 *
 * @param settings of the job
 */
record ConversionGraph(ConversionJobSettings settings) implements JobGraph {

    @Override
    public List<Subscription<?, ?>> subscriptions() {
        JobSettings job = settings.job();
        return List.of(
                new Subscription<>(
                        settings.chat(), job.disorder(), EventReader.chat(job.hashKey()), BuyerEvents.OF_CHATS),
                new Subscription<>(
                        settings.orders(), job.disorder(), EventReader.orders(job.hashKey()), BuyerEvents.OF_ORDERS));
    }

    @Override
    public List<DataStream<?>> events(EventStreams in) {
        return List.of(in.events(BuyerEvents.OF_CHATS), in.events(BuyerEvents.OF_ORDERS));
    }

    @Override
    public List<DataStream<?>> rows(EventStreams in) {
        ConversionPipeline.Outputs output = derive(in);
        return List.of(output.orders(), output.orderTroubles(), output.buyerDays(), output.sharedOrders());
    }

    @Override
    public void build(EventStreams in) {
        ConversionPipeline.Outputs output = derive(in);
        Connections connections = settings.job().connections();
        ClickHouse clickHouse = connections.clickHouse();
        ClickHouseSink.write(output.orders(), OrderTable.TABLE, clickHouse, "orders-sink");
        ClickHouseSink.write(output.orderTroubles(), OrderTroubleTable.TABLE, clickHouse, "order-troubles-sink");
        ClickHouseSink.write(output.buyerDays(), BuyerDayTable.TABLE, clickHouse, "buyer-days-sink");
        ClickHouseSink.write(output.sharedOrders(), SharedOrderTable.TABLE, clickHouse, "shared-orders-sink");
        String chatTopic = settings.chat().name();
        String orderTopic = settings.orders().name();
        DataStream<DeadLetter> late = LateEvents.letters(
                output.tooLate(),
                event -> event.kind().isInChat() ? chatTopic : orderTopic,
                "the buyer's dealings of that time",
                "late-buyer-events");
        DeadLetterSink.write(ConversionJob.NAME, in.rejected(settings.orders()), late, connections.deadLetters());
    }

    private ConversionPipeline.Outputs derive(EventStreams in) {
        return new ConversionPipeline(settings.family(), settings.job().flushInterval())
                .apply(in.events(BuyerEvents.OF_CHATS), in.events(BuyerEvents.OF_ORDERS));
    }
}
