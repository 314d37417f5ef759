package io.deskpulse.local.cli;

import io.deskpulse.local.UserError;
import picocli.CommandLine.Option;

/** Which Kafka cluster; a mixin. */
final class KafkaArguments {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}",
            description = "The cluster (default: $$KAFKA_BOOTSTRAP_SERVERS).")
    private String bootstrapServers;

    String bootstrapServers() {
        if (bootstrapServers == null || bootstrapServers.isBlank()) {
            throw new UserError("Which Kafka? Give --kafka HOST:PORT or set KAFKA_BOOTSTRAP_SERVERS.");
        }
        return bootstrapServers;
    }
}
