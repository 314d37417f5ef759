package io.deskpulse.streaming.kafka;

import java.io.Serializable;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * A topic and who reads it.
 *
 * @param cluster where it is
 * @param name the topic
 * @param group consumer group, under which progress is committed at each checkpoint
 */
public record KafkaTopic(KafkaCluster cluster, String name, String group) implements Serializable {

    /** Where a job without state begins: where its group left off, or at the beginning of the topic. */
    public static OffsetsInitializer startingOffsets() {
        return new StartingOffsets();
    }
}
