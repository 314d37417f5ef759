package io.deskpulse.streaming.conversion;

import io.deskpulse.metrics.conversion.BuyerEvent;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.schemas.RejectionReason;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterCodec;
import io.deskpulse.streaming.deadletters.DeadLetterSink;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.EventSource;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import io.deskpulse.streaming.timeline.Located;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Conversion, live: chats and orders from Kafka; orders with attribution, enquiries and order troubles into ClickHouse. */
public final class ConversionJob {
    /** Name of the job and of its consumer group. */
    public static final String NAME = "conversion";

    /** Key groups, and so the most this job can ever be scaled to; a change would orphan its state. */
    private static final int MAX_PARALLELISM = 720;

    private ConversionJob() {}

    /** Runs on the cluster that started it; {@link ConversionConfig} lists the arguments. */
    public static void main(String[] args) throws Exception {
        ConversionConfig config = ConversionConfig.from(args, System.getenv());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        build(env, config);
        env.execute(NAME);
    }

    /** Adds the job to {@code env}. */
    public static void build(StreamExecutionEnvironment env, ConversionConfig config) {
        env.setMaxParallelism(MAX_PARALLELISM);
        EventSource.Streams<BuyerEvent> chats = EventSource.read(
                env, config.chat(), config.disorder(), EventReader.chat(config.hashKey()), BuyerEvents.OF_CHATS);
        EventSource.Streams<BuyerEvent> orders = EventSource.read(
                env, config.orders(), config.disorder(), EventReader.orders(config.hashKey()), BuyerEvents.OF_ORDERS);
        ConversionPipeline.Outputs output =
                new ConversionPipeline(config.family(), config.flushInterval()).apply(chats.events(), orders.events());
        sink(output.orders(), OrderTable.TABLE, "orders-sink", config);
        sink(output.orderTroubles(), OrderTroubleTable.TABLE, "order-troubles-sink", config);
        sink(output.buyerDays(), BuyerDayTable.TABLE, "buyer-days-sink", config);
        String chatTopic = config.chat().name();
        String orderTopic = config.orders().name();
        DataStream<DeadLetter> tooLate = output.tooLate()
                .map(late -> letter(late.event().kind().isInChat() ? chatTopic : orderTopic, late))
                .returns(CodecTypeInfo.of(DeadLetter.class, new DeadLetterCodec()))
                .uid("late-buyer-events")
                .name("Late events");
        // What is wrong on the chat topic the response-time job tells; here only what is too late is refused of it.
        DeadLetterSink.write(NAME, orders.rejected(), tooLate, config.chat(), config.deadLetters());
    }

    private static void sink(
            DataStream<FactRow<BuyerFacts>> rows,
            FactTable<FactRow<BuyerFacts>> table,
            String uid,
            ConversionConfig config) {
        rows.sinkTo(new ClickHouseSink<>(table, config.clickHouse())).uid(uid).name("ClickHouse " + table.name());
    }

    private static DeadLetter letter(String topic, Located<BuyerEvent> late) {
        String detail = "field 'event_time': the buyer's dealings of that time may already have been forgotten";
        return new DeadLetter(RejectionReason.TOO_LATE, detail, topic, late.partition(), late.offset(), null, null);
    }
}
