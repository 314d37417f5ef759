package io.deskpulse.bench;

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
        void build(Job job, StreamExecutionEnvironment env, JobConfigs configs) {
            List<KafkaTopic> topics = job.topics(configs);
            for (int i = 0; i < topics.size(); i++) {
                String uid = job.label() + "-raw-" + i;
                discard(raw(env, topics.get(i), uid), uid);
            }
        }
    },
    /** As compact events, validated, buyers hashed, with watermarks. */
    DECODE("+ decode to the job's events") {
        @Override
        void build(Job job, StreamExecutionEnvironment env, JobConfigs configs) {
            discardAll(job, job.events(env, configs));
        }
    },
    /** Keyed, with timelines, rows thrown away. */
    TIMELINE("+ exchange, timelines, rows") {
        @Override
        void build(Job job, StreamExecutionEnvironment env, JobConfigs configs) {
            discardAll(job, job.rows(env, configs));
        }
    },
    /** Everything, into ClickHouse. */
    JOB("+ ClickHouse: the whole job") {
        @Override
        void build(Job job, StreamExecutionEnvironment env, JobConfigs configs) {
            job.build(env, configs);
        }
    };

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** Adds this much of the job to {@code env}. */
    abstract void build(Job job, StreamExecutionEnvironment env, JobConfigs configs);

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

    private static void discardAll(Job job, List<DataStream<?>> streams) {
        for (int i = 0; i < streams.size(); i++) {
            discard(streams.get(i), job.label() + "-" + i);
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
