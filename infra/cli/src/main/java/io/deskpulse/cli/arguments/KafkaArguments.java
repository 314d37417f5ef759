package io.deskpulse.cli.arguments;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.streaming.kafka.ClientProperties;
import io.deskpulse.streaming.kafka.KafkaCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which Kafka cluster, and how it lets us in; a mixin. */
public final class KafkaArguments {
    private static final String SERVERS = "KAFKA_BOOTSTRAP_SERVERS";

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description =
                    "The cluster (default: bootstrap.servers of --kafka-properties, else $$KAFKA_BOOTSTRAP_SERVERS).")
    private String bootstrapServers;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description =
                    "Properties of Kafka's clients, for TLS and SASL (default: variables such as $$KAFKA_SASL_MECHANISM).")
    private String propertiesFile;

    /** Whether one is asked for at all. */
    public boolean isGiven(Map<String, String> environment) {
        return bootstrapServers != null
                || propertiesFile != null
                || !environment.getOrDefault(SERVERS, "").isBlank();
    }

    /**
     * The cluster asked for; not yet reached.
     *
     * @throws UserError when none is named or the properties are wrong, telling every mistake
     */
    public KafkaAccess access(Map<String, String> environment) {
        return access(bootstrapServers, propertiesFile, environment);
    }

    /**
     * A cluster.
     *
     * @param servers null when not given
     * @param file of properties, null when not given
     */
    public static KafkaAccess access(String servers, String file, Map<String, String> environment) {
        ClientProperties properties = ClientProperties.read(file == null ? "" : file, environment);
        requireRight(properties);
        String named = servers != null ? servers : properties.bootstrapServers();
        String asked = named != null ? named : environment.getOrDefault(SERVERS, "");
        if (asked.isBlank()) {
            throw new UserError("Which Kafka? Give --kafka HOST:PORT or set " + SERVERS + ".");
        }
        return KafkaAccess.to(new KafkaCluster(asked, properties.values()));
    }

    /**
     * Looks at the file that a job is told to read, as far as that can be done from here.
     *
     * @param settings of the job: {@code --key}, value, …
     * @param progress told when the file is not on this machine
     * @throws UserError when its path is relative, since the job runs in another directory, or the properties are wrong
     */
    public static void checkFileOf(List<String> settings, Progress progress) {
        int key = settings.indexOf("--kafka.properties");
        if (key < 0 || key + 1 == settings.size()) {
            return;
        }
        String file = settings.get(key + 1);
        if (!file.startsWith("/")) {
            throw new UserError("--kafka.properties must be an absolute path on the JobManager, got " + file + ".");
        }
        if (Files.exists(Path.of(file))) {
            requireRight(ClientProperties.read(file, Map.of()));
        } else {
            progress.step("There is no file " + file + " here; the JobManager must have it.");
        }
    }

    /** Throws a {@link UserError} that tells every mistake in a file of properties. */
    public static void requireRight(ClientProperties properties) {
        if (!properties.problems().isEmpty()) {
            throw new UserError(
                    "Kafka's client properties are not right:\n  " + String.join("\n  ", properties.problems()));
        }
    }
}
