package io.deskpulse.bench;

import io.deskpulse.streaming.jobs.DeskpulseJob;
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
enum Stage {
    /** Messages from Kafka, thrown away. */
    SOURCE("Kafka source, raw bytes") {
        @Override
        void build(DeskpulseJob job, JobGraph graph, List<KafkaTopic> topics, StreamExecutionEnvironment env) {
            topics.forEach(topic -> {
                String uid = job.name() + "-raw-" + topic.name();
                discard(raw(env, topic, uid), uid);
            });
        }
    },
    /** As compact events, validated, buyers hashed, with watermarks. */
    DECODE("+ decode to the job's events") {
        @Override
        void build(DeskpulseJob job, JobGraph graph, List<KafkaTopic> topics, StreamExecutionEnvironment env) {
            discardAll(job, graph.events(env));
        }
    },
    /** Keyed, with timelines, rows thrown away. */
    TIMELINE("+ exchange, timelines, rows") {
        @Override
        void build(DeskpulseJob job, JobGraph graph, List<KafkaTopic> topics, StreamExecutionEnvironment env) {
            discardAll(job, graph.rows(env));
        }
    },
    /** Everything, into ClickHouse. */
    JOB("+ ClickHouse: the whole job") {
        @Override
        void build(DeskpulseJob job, JobGraph graph, List<KafkaTopic> topics, StreamExecutionEnvironment env) {
            graph.build(env);
        }
    };

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /**
     * Adds this much of the job to {@code env}.
     *
     * @param topics with events that the job reads
     */
    abstract void build(DeskpulseJob job, JobGraph graph, List<KafkaTopic> topics, StreamExecutionEnvironment env);

    String label() {
        return label;
    }

    private static DataStream<byte[]> raw(StreamExecutionEnvironment env, KafkaTopic topic, String uid) {
        KafkaSource<byte[]> source = KafkaSource.<byte[]>builder()
                .setProperties(topic.cluster().consumer())
                .setTopics(topic.name())
                .setGroupId(topic.group())
                .setClientIdPrefix(topic.group() + "-" + uid)
                .setStartingOffsets(KafkaTopic.startingOffsets())
                .setDeserializer(new Bytes())
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), uid).uid(uid + "-source");
    }

    private static void discardAll(DeskpulseJob job, List<DataStream<?>> streams) {
        for (int i = 0; i < streams.size(); i++) {
            discard(streams.get(i), job.name() + "-" + i);
        }
    }

    private static <T> void discard(DataStream<T> stream, String uid) {
        stream.sinkTo(new DiscardingSink<>()).uid(uid + "-discarded");
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
