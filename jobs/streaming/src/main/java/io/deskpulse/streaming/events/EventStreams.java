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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/**
 * The way in of an environment: each topic is read and decoded once, for all families that take something from it.
 *
 * <p>A job of its own reads for its own families; jobs in one environment share what they read.
 */
public final class EventStreams {
    private final StreamExecutionEnvironment env;
    private final Map<Intake<?, ?>, DataStream<?>> events = new HashMap<>();
    private final Map<KafkaTopic, DataStream<DeadLetter>> rejected = new HashMap<>();
    private final Set<String> merged = new HashSet<>();

    private EventStreams(StreamExecutionEnvironment env) {
        this.env = env;
    }

    /**
     * Adds a source for each topic, which begins at its group's committed offsets, or at the beginning.
     *
     * @param subscriptions of all families of the environment; those to one topic read it alike
     */
    public static EventStreams open(StreamExecutionEnvironment env, List<? extends Subscription<?, ?>> subscriptions) {
        Map<KafkaTopic, List<Subscription<?, ?>>> byTopic = new LinkedHashMap<>();
        subscriptions.forEach(subscription -> byTopic.computeIfAbsent(subscription.topic(), t -> new ArrayList<>())
                .add(subscription));
        EventStreams streams = new EventStreams(env);
        byTopic.values().forEach(streams::read);
        return streams;
    }

    /** What the sources were added to. */
    public StreamExecutionEnvironment environment() {
        return env;
    }

    /**
     * The events of an intake, with their place in Kafka; watermarks follow the event time of all that its topic holds, by partition.
     *
     * @throws IllegalArgumentException when nobody subscribed for it
     */
    @SuppressWarnings("unchecked") // each intake is put with the stream of its own type
    public <E extends TimelineEvent> DataStream<Located<E>> events(Intake<?, E> intake) {
        DataStream<?> stream = events.get(intake);
        if (stream == null) {
            throw new IllegalArgumentException("nobody subscribed for " + intake.name());
        }
        return (DataStream<Located<E>>) stream;
    }

    /** What a topic holds that is no valid event, once, however many families read it. */
    public DataStream<DeadLetter> rejected(KafkaTopic topic) {
        return rejected.get(topic);
    }

    /** Uids that sources of families have where each reads for itself, of families that share one here. */
    public Set<String> merged() {
        return merged;
    }

    private void read(List<Subscription<?, ?>> subscriptions) {
        Subscription<?, ?> first = subscriptions.get(0);
        KafkaTopic topic = first.topic();
        String uid = first.intake().name();
        if (subscriptions.size() > 1) {
            uid = first.reader().stream().jsonName() + "-events";
            subscriptions.forEach(one -> merged.add(sourceUid(one.intake().name())));
        }
        OutputTag<DeadLetter> letters =
                new OutputTag<>("rejected-" + uid, CodecTypeInfo.of(DeadLetter.class, new DeadLetterCodec()));
        List<OutputTag<Located<?>>> others = new ArrayList<>();
        subscriptions.stream()
                .skip(1)
                .map(Subscription::intake)
                .forEach(intake -> others.add(new OutputTag<>(intake.name(), type(intake))));
        SingleOutputStreamOperator<Located<?>> stream = env.fromSource(
                        source(topic, schema(subscriptions), uid),
                        watermarks(disorder(subscriptions)),
                        "Kafka " + topic.name())
                .uid(sourceUid(uid))
                .process(new SetApart(letters, others), type(first.intake()))
                .uid(uid + "-decoded")
                .name("Events of " + topic.name());
        events.put(first.intake(), stream);
        for (int i = 0; i < others.size(); i++) {
            events.put(subscriptions.get(i + 1).intake(), stream.getSideOutput(others.get(i)));
        }
        rejected.put(topic, stream.getSideOutput(letters));
    }

    /** Whoever can do with the least is not kept waiting by the others. */
    private static Duration disorder(List<Subscription<?, ?>> subscriptions) {
        return subscriptions.stream()
                .map(Subscription::disorder)
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static String sourceUid(String name) {
        return name + "-source";
    }

    /** One topic holds one stream, so the readers and intakes of its subscriptions are of one kind. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static EventDeserializationSchema<?> schema(List<Subscription<?, ?>> subscriptions) {
        List<Intake> intakes =
                subscriptions.stream().map(one -> (Intake) one.intake()).toList();
        return new EventDeserializationSchema(subscriptions.get(0).reader(), intakes);
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
