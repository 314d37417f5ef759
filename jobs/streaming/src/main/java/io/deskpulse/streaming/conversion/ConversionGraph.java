package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.deadletters.LateEvents;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventSource;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.settings.Connections;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * From the chat and order topics to {@code order_facts}, {@code order_trouble_facts}, {@code buyer_days} and {@code
 * shared_order_facts}.
 *
 * @param settings of the job
 */
record ConversionGraph(ConversionJobSettings settings) implements JobGraph {

    @Override
    public List<DataStream<?>> events(StreamExecutionEnvironment env) {
        return List.of(chats(env).events(), orders(env).events());
    }

    @Override
    public List<DataStream<?>> rows(StreamExecutionEnvironment env) {
        ConversionPipeline.Outputs output = derive(chats(env), orders(env));
        return List.of(output.orders(), output.orderTroubles(), output.buyerDays(), output.sharedOrders());
    }

    @Override
    public void build(StreamExecutionEnvironment env) {
        EventSource.Streams<BuyerEvent> chats = chats(env);
        EventSource.Streams<BuyerEvent> orders = orders(env);
        ConversionPipeline.Outputs output = derive(chats, orders);
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
        DeadLetterSink.write(ConversionJob.NAME, orders.rejected(), late, connections.deadLetters());
    }

    private EventSource.Streams<BuyerEvent> chats(StreamExecutionEnvironment env) {
        JobSettings job = settings.job();
        return EventSource.read(
                env, settings.chat(), job.disorder(), EventReader.chat(job.hashKey()), BuyerEvents.OF_CHATS);
    }

    private EventSource.Streams<BuyerEvent> orders(StreamExecutionEnvironment env) {
        JobSettings job = settings.job();
        return EventSource.read(
                env, settings.orders(), job.disorder(), EventReader.orders(job.hashKey()), BuyerEvents.OF_ORDERS);
    }

    private ConversionPipeline.Outputs derive(
            EventSource.Streams<BuyerEvent> chats, EventSource.Streams<BuyerEvent> orders) {
        return new ConversionPipeline(settings.family(), settings.job().flushInterval())
                .apply(chats.events(), orders.events());
    }
}
