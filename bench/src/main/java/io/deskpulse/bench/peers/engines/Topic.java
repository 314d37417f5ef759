package io.deskpulse.bench.peers.engines;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * Chat events to be read.
 *
 * @param bootstrapServers address of the broker
 * @param name of the topic
 * @param partitions of the topic; events of a conversation lie in one
 * @param events in all partitions together
 */
public record Topic(String bootstrapServers, String name, int partitions, long events) {

    /** All of them. */
    List<TopicPartition> all() {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .toList();
    }
}
