package io.deskpulse.local.cli;

import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.KafkaAccess;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The cluster that a replay sends to instead of a stack of its own; a mixin. */
final class ReplayTarget {
    /** What a replay does before a job comes in. */
    private static final Set<String> OPTIONS =
            Set.of("--kafka", "--kafka-properties", "--speed", "--shift-to-now", "--strict", "--verbose");

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Only send the events to this cluster, whose own jobs read them; nothing is started here.")
    private String bootstrapServers;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Properties of Kafka's clients for --kafka, for TLS and SASL (default: variables such as "
                    + "$$KAFKA_SASL_MECHANISM).")
    private String propertiesFile;

    /**
     * The cluster; empty when the events are for the embedded stack.
     *
     * @throws UserError when the properties are wrong, or an option is given that only the embedded stack knows
     */
    Optional<KafkaAccess> access(ParseResult given, Map<String, String> environment) {
        if (bootstrapServers == null && propertiesFile == null) {
            return Optional.empty();
        }
        for (OptionSpec option : given.matchedOptions()) {
            if (!OPTIONS.contains(option.longestName())) {
                throw new UserError(option.longestName()
                        + " belongs to the embedded stack, which is not started when events go to --kafka.");
            }
        }
        return Optional.of(KafkaArguments.access(bootstrapServers, propertiesFile, environment));
    }
}
