package io.deskpulse.local.kafka;

import java.nio.file.Path;

/**
 * How to run an embedded broker.
 *
 * @param directory for its log; a broker started there again finds its topics and offsets
 * @param port of the broker on loopback, 0 for a free one
 */
public record KafkaOptions(Path directory, int port) {
    /** Makes the directory absolute and refuses what is no port. */
    public KafkaOptions {
        directory = directory.toAbsolutePath().normalize();
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be in 0..65535, got " + port);
        }
    }

    /** On a free port. */
    public static KafkaOptions in(Path directory) {
        return new KafkaOptions(directory, 0);
    }
}
