package io.deskpulse.streaming.deadletters;

import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Every dead letter becomes a row of {@code rejections}, whoever refused the message: a job, or an import of a file.
 *
 * <p>Part of each job graph that refuses messages; it shares nothing with the rest of the graph.
 */
public final class DeadLettersJob {
    private DeadLettersJob() {}

    /** Adds the way from the dead-letter topic to ClickHouse. */
    public static void build(StreamExecutionEnvironment env, KafkaTopic deadLetters, ClickHouse clickHouse) {
        KafkaSource<RejectedEvent> letters = KafkaSource.<RejectedEvent>builder()
                .setProperties(deadLetters.cluster().consumer())
                .setTopics(deadLetters.name())
                .setGroupId(deadLetters.group())
                .setClientIdPrefix(deadLetters.group() + "-dead-letters")
                .setStartingOffsets(KafkaTopic.startingOffsets())
                .setDeserializer(new RejectedEventSchema())
                .build();
        env.fromSource(letters, WatermarkStrategy.noWatermarks(), "Kafka " + deadLetters.name())
                .uid("rejected-events-source")
                .setParallelism(1)
                .sinkTo(new ClickHouseSink<>(RejectionTable.TABLE, clickHouse))
                .uid("rejected-events-sink")
                .name("ClickHouse rejections")
                .setParallelism(1);
    }
}
