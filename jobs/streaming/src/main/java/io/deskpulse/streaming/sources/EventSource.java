package io.deskpulse.streaming.sources;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterCodec;
import io.deskpulse.streaming.timeline.Located;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** The way in: one Kafka topic of events, with what cannot be read set apart. */
public final class EventSource {

    /**
     * A topic's events and dead letters.
     *
     * @param events valid events with their place in Kafka; watermarks follow event time per partition
     * @param rejected everything else
     */
    public record Streams<E>(DataStream<Located<E>> events, DataStream<DeadLetter> rejected) {}

    private EventSource() {}

    /**
     * Reads a topic from the group's committed offsets, or from its beginning.
     *
     * @param topic what to read, as which consumer group, from which brokers
     * @param disorder how far events of one partition are out of order; only forgetting depends on it
     * @param uid name of the stream, prefix of its operators' uids
     */
    public static <E extends TimelineEvent> Streams<E> read(
            StreamExecutionEnvironment env,
            KafkaTopic topic,
            Duration disorder,
            EventReader<E> reader,
            Codec<Located<E>> codec,
            String uid) {
        KafkaSource<Decoded<E>> source = KafkaSource.<Decoded<E>>builder()
                .setBootstrapServers(topic.bootstrapServers())
                .setTopics(topic.name())
                .setGroupId(topic.group())
                .setClientIdPrefix(topic.group() + "-" + uid)
                .setStartingOffsets(KafkaTopic.startingOffsets())
                .setDeserializer(new EventDeserializationSchema<>(reader, codec))
                .setProperty("partition.discovery.interval.ms", "60000")
                .build();
        WatermarkStrategy<Decoded<E>> watermarks = WatermarkStrategy.<Decoded<E>>forBoundedOutOfOrderness(disorder)
                .withTimestampAssigner((decoded, kafka) -> decoded.event() == null
                        ? Long.MIN_VALUE
                        : decoded.event().event().timeMillis())
                .withIdleness(Duration.ofMinutes(1));
        OutputTag<DeadLetter> rejected =
                new OutputTag<>("rejected-" + uid, CodecTypeInfo.of(DeadLetter.class, new DeadLetterCodec()));
        SingleOutputStreamOperator<Located<E>> events = env.fromSource(source, watermarks, "Kafka " + topic.name())
                .uid(uid + "-source")
                .process(new SetApart<>(rejected), CodecTypeInfo.of(Located.class, codec))
                .uid(uid + "-decoded")
                .name("Events of " + topic.name());
        return new Streams<>(events, events.getSideOutput(rejected));
    }

    /** Events go on, dead letters aside. */
    private static final class SetApart<E> extends ProcessFunction<Decoded<E>, Located<E>> {
        private final OutputTag<DeadLetter> rejected;

        SetApart(OutputTag<DeadLetter> rejected) {
            this.rejected = rejected;
        }

        @Override
        public void processElement(Decoded<E> decoded, Context context, Collector<Located<E>> out) {
            if (decoded.event() != null) {
                out.collect(decoded.event());
            } else {
                context.output(rejected, decoded.rejected());
            }
        }
    }
}
