package io.deskpulse.cli.arguments;

import io.deskpulse.ops.UserError;
import picocli.CommandLine.Option;

/** Which Kafka cluster; a mixin. */
public final class KafkaArguments {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}",
            description = "The cluster (default: $$KAFKA_BOOTSTRAP_SERVERS).")
    private String bootstrapServers;

    /**
     * Its bootstrap servers.
     *
     * @throws UserError when neither the option nor the environment names any
     */
    public String bootstrapServers() {
        if (bootstrapServers == null || bootstrapServers.isBlank()) {
            throw new UserError("Which Kafka? Give --kafka HOST:PORT or set KAFKA_BOOTSTRAP_SERVERS.");
        }
        return bootstrapServers;
    }
}
