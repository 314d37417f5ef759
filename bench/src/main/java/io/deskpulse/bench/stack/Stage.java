package io.deskpulse.bench.stack;

import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.events.Subscription;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.kafka.KafkaTopic;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How much of a job runs; what a part costs is the difference to the stage before. */
public enum Stage {
    /** Messages from Kafka, thrown away. */
    SOURCE("Kafka source, raw bytes") {
        @Override
        void build(StreamExecutionEnvironment env, List<JobGraph> graphs, List<KafkaTopic> topics) {
            discardAll(topics.stream().map(topic -> raw(env, topic)).toList());
        }
    },
    /** As compact events, validated, buyers hashed, with watermarks. */
    DECODE("+ decode to the job's events") {
        @Override
        void build(StreamExecutionEnvironment env, List<JobGraph> graphs, List<KafkaTopic> topics) {
            EventStreams in = EventStreams.open(env, subscriptions(graphs));
            discardAll(
                    graphs.stream().flatMap(graph -> graph.events(in).stream()).toList());
        }
    },
    /** Keyed, with timelines, rows thrown away. */
    TIMELINE("+ exchange, timelines, rows") {
        @Override
        void build(StreamExecutionEnvironment env, List<JobGraph> graphs, List<KafkaTopic> topics) {
            EventStreams in = EventStreams.open(env, subscriptions(graphs));
            discardAll(graphs.stream().flatMap(graph -> graph.rows(in).stream()).toList());
        }
    },
    /** Everything, into ClickHouse. */
    JOB("+ ClickHouse: the whole job") {
        @Override
        void build(StreamExecutionEnvironment env, List<JobGraph> graphs, List<KafkaTopic> topics) {
            EventStreams in = EventStreams.open(env, subscriptions(graphs));
            graphs.forEach(graph -> graph.build(in));
        }
    };

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /**
     * Adds this much of jobs to {@code env}.
     *
     * @param graphs of the jobs
     * @param topics with events that they read
     */
    abstract void build(StreamExecutionEnvironment env, List<JobGraph> graphs, List<KafkaTopic> topics);

    /** Name of the stage in a table. */
    public String label() {
        return label;
    }

    private static List<? extends Subscription<?, ?>> subscriptions(List<JobGraph> graphs) {
        return graphs.stream().flatMap(graph -> graph.subscriptions().stream()).toList();
    }

    private static DataStream<byte[]> raw(StreamExecutionEnvironment env, KafkaTopic topic) {
        KafkaSource<byte[]> source = KafkaSource.<byte[]>builder()
                .setProperties(topic.cluster().consumer())
                .setTopics(topic.name())
                .setGroupId(topic.group())
                .setClientIdPrefix(topic.group() + "-" + topic.name())
                .setStartingOffsets(KafkaTopic.startingOffsets())
                .setDeserializer(new Bytes())
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), topic.name())
                .uid(topic.name() + "-source");
    }

    private static void discardAll(List<? extends DataStream<?>> streams) {
        for (int i = 0; i < streams.size(); i++) {
            streams.get(i).sinkTo(new DiscardingSink<>()).uid(i + "-discarded");
        }
    }

    /** A message's value as it is. */
    private static final class Bytes implements KafkaRecordDeserializationSchema<byte[]> {
        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<byte[]> out) {
            out.collect(message.value());
        }

        @Override
        public TypeInformation<byte[]> getProducedType() {
            return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
        }
    }
}
