package io.deskpulse.streaming.rejections;

import io.deskpulse.streaming.events.EventStreams;
import io.deskpulse.streaming.events.Subscription;
import io.deskpulse.streaming.jobs.JobGraph;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.settings.Connections;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * From the topic of dead letters to ClickHouse.
 *
 * @param connections where the letters lie, and where rows go
 */
record DeadLettersGraph(Connections connections) implements JobGraph {

    @Override
    public List<Subscription<?, ?>> subscriptions() {
        return List.of();
    }

    @Override
    public List<DataStream<?>> events(EventStreams in) {
        return List.of(letters(in.environment()));
    }

    /** A letter is its row. */
    @Override
    public List<DataStream<?>> rows(EventStreams in) {
        return events(in);
    }

    @Override
    public void build(EventStreams in) {
        ClickHouseSink.write(
                letters(in.environment()), RejectionTable.TABLE, connections.clickHouse(), "rejected-events-sink");
    }

    private DataStream<RejectedEvent> letters(StreamExecutionEnvironment env) {
        KafkaTopic topic = connections.deadLetters();
        KafkaSource<RejectedEvent> source = KafkaSource.<RejectedEvent>builder()
                .setProperties(topic.cluster().consumer())
                .setTopics(topic.name())
                .setGroupId(topic.group())
                .setClientIdPrefix(topic.group() + "-dead-letters")
                .setStartingOffsets(KafkaTopic.startingOffsets())
                .setDeserializer(new RejectedEventSchema())
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "Kafka " + topic.name())
                .uid("rejected-events-source")
                .setParallelism(1);
    }
}
