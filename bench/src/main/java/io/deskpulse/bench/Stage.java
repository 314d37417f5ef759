package io.deskpulse.bench;

import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.streaming.responsetime.ConversationEventCodec;
import io.deskpulse.streaming.responsetime.ConversationEventReader;
import io.deskpulse.streaming.responsetime.ResponseTimeConfig;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import io.deskpulse.streaming.responsetime.ResponseTimePipeline;
import io.deskpulse.streaming.sources.EventSource;
import io.deskpulse.streaming.sources.KafkaTopic;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The response-time job, cut off after each of its parts; what a part costs is the difference to the one before. */
enum Stage {
    /** (a) messages from Kafka, thrown away. */
    SOURCE("Kafka source, raw bytes") {
        @Override
        void build(StreamExecutionEnvironment env, ResponseTimeConfig config) {
            KafkaSource<byte[]> source = KafkaSource.<byte[]>builder()
                    .setBootstrapServers(config.chat().bootstrapServers())
                    .setTopics(config.chat().name())
                    .setGroupId(config.chat().group())
                    .setStartingOffsets(KafkaTopic.startingOffsets())
                    .setDeserializer(new Bytes())
                    .build();
            env.fromSource(source, WatermarkStrategy.noWatermarks(), "raw")
                    .uid("raw-source")
                    .sinkTo(new DiscardingSink<>())
                    .uid("raw-sink");
        }
    },
    /** (b) as compact events, validated, buyers hashed, with watermarks. */
    DECODE("+ decode to the job's event") {
        @Override
        void build(StreamExecutionEnvironment env, ResponseTimeConfig config) {
            read(env, config).events().sinkTo(new DiscardingSink<>()).uid("decoded-sink");
        }
    },
    /** Keyed, with timelines, rows thrown away. */
    TIMELINE("+ exchange, timeline, rows") {
        @Override
        void build(StreamExecutionEnvironment env, ResponseTimeConfig config) {
            new ResponseTimePipeline(config.logic(), config.flushInterval())
                    .apply(read(env, config).events())
                    .conversationDays()
                    .sinkTo(new DiscardingSink<>())
                    .uid("rows-sink");
        }
    },
    /** (c) the whole job. */
    JOB("+ ClickHouse: the whole job") {
        @Override
        void build(StreamExecutionEnvironment env, ResponseTimeConfig config) {
            ResponseTimeJob.build(env, config);
        }
    };

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    abstract void build(StreamExecutionEnvironment env, ResponseTimeConfig config);

    String label() {
        return label;
    }

    private static EventSource.Streams<ConversationEvent> read(
            StreamExecutionEnvironment env, ResponseTimeConfig config) {
        return EventSource.read(
                env,
                config.chat(),
                config.disorder(),
                new ConversationEventReader(config.hashKey()),
                new ConversationEventCodec(),
                "conversation-events");
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
