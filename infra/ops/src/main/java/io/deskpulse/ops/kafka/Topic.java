package io.deskpulse.ops.kafka;

import java.util.Map;

/**
 * A topic as {@code kafka/topics.yaml} describes it.
 *
 * @param partitions at least 1
 * @param config Kafka's own topic settings
 */
public record Topic(String name, int partitions, Map<String, String> config) {
    /** Refuses a blank name and less than one partition; copies the settings. */
    public Topic {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a topic needs a name");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions of " + name + " must be at least 1, got " + partitions);
        }
        config = Map.copyOf(config);
    }
}
