package io.deskpulse.streaming.events;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.deadletters.DeadLetterCodec;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.timeline.Located;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/** The way in: one Kafka topic of events, with what cannot be read set apart. */
public final class EventSource {

    /**
     * A topic's events, as one family takes them in, and its dead letters.
     *
     * @param events valid events with their place in Kafka; watermarks follow event time per partition
     * @param rejected everything else
     */
    public record Streams<E>(DataStream<Located<E>> events, DataStream<DeadLetter> rejected) {}

    /**
     * A topic's events, as several families take them in, and its dead letters; each message was read once.
     *
     * @param <R> reading of the stream
     */
    public static final class Shared<R extends Reading> {
        private final List<? extends Intake<R, ?>> intakes;
        private final List<DataStream<?>> events;
        private final DataStream<DeadLetter> rejected;

        private Shared(
                List<? extends Intake<R, ?>> intakes, List<DataStream<?>> events, DataStream<DeadLetter> rejected) {
            this.intakes = intakes;
            this.events = events;
            this.rejected = rejected;
        }

        /**
         * The events of an intake, with their place in Kafka; watermarks follow the event time of all intakes together.
         *
         * @throws IllegalArgumentException when the source was not given it
         */
        @SuppressWarnings("unchecked") // the streams are in the order of their intakes
        public <E extends TimelineEvent> DataStream<Located<E>> events(Intake<R, E> intake) {
            int index = intakes.indexOf(intake);
            if (index < 0) {
                throw new IllegalArgumentException("the source does not take in " + intake.name());
            }
            return (DataStream<Located<E>>) events.get(index);
        }

        /** What is no valid event, once, however many families there are. */
        public DataStream<DeadLetter> rejected() {
            return rejected;
        }
    }

    private EventSource() {}

    /**
     * Reads a topic for one family, from the group's committed offsets, or from its beginning.
     *
     * @param topic what to read, as which consumer group, from which cluster
     * @param disorder how far events of one partition are out of order; only forgetting depends on it
     */
    public static <R extends Reading, E extends TimelineEvent> Streams<E> read(
            StreamExecutionEnvironment env,
            KafkaTopic topic,
            Duration disorder,
            EventReader<R> reader,
            Intake<R, E> intake) {
        Shared<R> shared = read(env, topic, disorder, reader, List.of(intake), intake.name());
        return new Streams<>(shared.events(intake), shared.rejected());
    }

    /**
     * Reads a topic once for several families, from the group's committed offsets, or from its beginning.
     *
     * @param topic what to read, as which consumer group, from which cluster
     * @param disorder how far events of one partition are out of order; only forgetting depends on it
     * @param intakes at least one
     * @param uid prefix of the operators' uids
     */
    public static <R extends Reading> Shared<R> read(
            StreamExecutionEnvironment env,
            KafkaTopic topic,
            Duration disorder,
            EventReader<R> reader,
            List<? extends Intake<R, ?>> intakes,
            String uid) {
        OutputTag<DeadLetter> rejected =
                new OutputTag<>("rejected-" + uid, CodecTypeInfo.of(DeadLetter.class, new DeadLetterCodec()));
        List<OutputTag<Located<?>>> others = new ArrayList<>();
        intakes.stream().skip(1).forEach(intake -> others.add(new OutputTag<>(intake.name(), type(intake))));
        SingleOutputStreamOperator<Located<?>> first = env.fromSource(
                        source(topic, new EventDeserializationSchema<>(reader, intakes), uid),
                        watermarks(disorder),
                        "Kafka " + topic.name())
                .uid(uid + "-source")
                .process(new SetApart(rejected, others), type(intakes.get(0)))
                .uid(uid + "-decoded")
                .name("Events of " + topic.name());
        List<DataStream<?>> events = new ArrayList<>(List.of(first));
        others.forEach(other -> events.add(first.getSideOutput(other)));
        return new Shared<>(intakes, events, first.getSideOutput(rejected));
    }

    private static KafkaSource<Decoded> source(KafkaTopic topic, EventDeserializationSchema<?> schema, String uid) {
        return KafkaSource.<Decoded>builder()
                .setProperties(topic.cluster().consumer())
                .setTopics(topic.name())
                .setGroupId(topic.group())
                .setClientIdPrefix(topic.group() + "-" + uid)
                .setStartingOffsets(KafkaTopic.startingOffsets())
                .setDeserializer(schema)
                .setProperty("partition.discovery.interval.ms", "60000")
                .build();
    }

    /** A record's timestamp is when Kafka got it, by which a job knows how far it is behind; watermarks follow the events' own time. */
    private static WatermarkStrategy<Decoded> watermarks(Duration disorder) {
        return WatermarkStrategy.<Decoded>forGenerator(context -> new EventTimeWatermarks(disorder.toMillis()))
                .withTimestampAssigner((decoded, appendedMillis) -> appendedMillis)
                .withIdleness(Duration.ofMinutes(1));
    }

    /** The type of an intake's events, in a stream that knows intakes by their place alone. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static CodecTypeInfo<Located<?>> type(Intake<?, ?> intake) {
        return CodecTypeInfo.of(Located.class, (Codec) intake.codec());
    }
}
