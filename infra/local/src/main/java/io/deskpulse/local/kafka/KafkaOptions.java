package io.deskpulse.local.kafka;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run an embedded broker.
 *
 * @param directory for its log; a broker started there again finds its topics and offsets
 * @param port of the broker on loopback, 0 for a free one
 * @param settings of the broker beyond its own, by Kafka's names; {@code listeners} are added to its own
 */
public record KafkaOptions(Path directory, int port, Map<String, String> settings) {
    /** Makes the directory absolute and refuses what is no port. */
    public KafkaOptions {
        directory = directory.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be in 0..65535, got " + port);
        }
    }

    /** On a free port. */
    public static KafkaOptions in(Path directory) {
        return onPort(directory, 0);
    }

    /** On a port, 0 for a free one. */
    public static KafkaOptions onPort(Path directory, int port) {
        return new KafkaOptions(directory, port, Map.of());
    }
}
