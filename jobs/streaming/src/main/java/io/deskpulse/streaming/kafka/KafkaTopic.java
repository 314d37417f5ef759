package io.deskpulse.streaming.kafka;

import java.io.Serializable;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * A topic and who reads it.
 *
 * @param cluster where it is
 * @param name the topic
 * @param group consumer group, under which progress is committed at each checkpoint
 */
public record KafkaTopic(KafkaCluster cluster, String name, String group) implements Serializable {

    /** Where a job without state begins: where its group left off, or at the beginning of the topic. */
    @SuppressWarnings("deprecation") // the connector knows no other way to name the fallback
    public static OffsetsInitializer startingOffsets() {
        return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    }
}
