package io.deskpulse.streaming.settings;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.kafka.ClientProperties;
import io.deskpulse.streaming.kafka.KafkaCluster;
import io.deskpulse.streaming.kafka.KafkaTopic;
import io.deskpulse.streaming.sinks.CertificateFile;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseAddress;
import io.deskpulse.streaming.sinks.FlushPolicy;

/**
 * Where a job's messages come from, and where its rows and the messages that it refuses go.
 *
 * @param kafka cluster of all topics
 * @param group consumer group of the job
 * @param deadLetters topic of refused messages
 * @param clickHouse where rows go
 */
public record Connections(KafkaCluster kafka, String group, KafkaTopic deadLetters, ClickHouse clickHouse) {
    /** Topic of refused messages, unless {@code --kafka.dead-letter-topic} names another. */
    public static final String DEAD_LETTER_TOPIC = "deskpulse.dead-letters.v1";

    /**
     * Reads what every job needs; problems are the settings' to tell, at {@link Settings#check}.
     *
     * @param job name of the job, which is its consumer group too unless {@code --kafka.group} names another
     */
    public static Connections read(Settings settings, String job) {
        KafkaCluster kafka = kafka(settings);
        String group = settings.text("kafka.group", null, job);
        String deadLetters = settings.text("kafka.dead-letter-topic", null, DEAD_LETTER_TOPIC);
        return new Connections(kafka, group, new KafkaTopic(kafka, deadLetters, group), clickHouse(settings));
    }

    /** The topic of a stream, unless {@code --kafka.STREAM-topic} names another. */
    public KafkaTopic topic(Settings settings, EventStream stream) {
        return new KafkaTopic(
                kafka, settings.text("kafka." + stream.jsonName() + "-topic", null, stream.topic()), group);
    }

    private static KafkaCluster kafka(Settings settings) {
        String file = settings.text("kafka.properties", null, "");
        ClientProperties properties = ClientProperties.read(file, settings.environment());
        properties.problems().forEach(problem -> settings.problem("--kafka.properties: " + problem));
        String named = properties.bootstrapServers();
        String variable = named == null ? "KAFKA_BOOTSTRAP_SERVERS" : null;
        return new KafkaCluster(settings.text("kafka.bootstrap-servers", variable, named), properties.values());
    }

    /** Where rows go: all that a job needs which reads no topic. */
    public static ClickHouse clickHouse(Settings settings) {
        return new ClickHouse(
                server(settings),
                new FlushPolicy(
                        settings.count("sink.writers", 1),
                        settings.count("sink.batch-rows", 100_000),
                        settings.duration("sink.flush-interval", "PT0.8S")),
                settings.duration("sink.retry-for", "PT10M"));
    }

    private static ClickHouseAddress server(Settings settings) {
        String url = settings.text("clickhouse.url", "CLICKHOUSE_URL", null);
        String user = settings.text("clickhouse.user", "CLICKHOUSE_USER", "deskpulse_writer");
        String password = settings.secret("CLICKHOUSE_PASSWORD", 0);
        String authority = settings.text("clickhouse.ca", "CLICKHOUSE_CA", "");
        if (url.isEmpty()) {
            return null;
        }
        try {
            ClickHouseAddress server = ClickHouseAddress.parse(url, user, password, authority);
            checkAuthority(server, settings);
            return server;
        } catch (IllegalArgumentException e) {
            settings.problem("--clickhouse.url: " + e.getMessage());
            return null;
        }
    }

    private static void checkAuthority(ClickHouseAddress server, Settings settings) {
        if (server.authority() == null) {
            return;
        }
        if (!server.isSecure()) {
            settings.problem("--clickhouse.ca is for https addresses, got " + server.url());
        }
        try {
            CertificateFile.trusting(server.authority());
        } catch (IllegalArgumentException e) {
            settings.problem("--clickhouse.ca: " + e.getMessage());
        }
    }
}
