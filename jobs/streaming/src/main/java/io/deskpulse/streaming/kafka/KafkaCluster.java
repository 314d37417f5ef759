package io.deskpulse.streaming.kafka;

import java.io.Serializable;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kafka cluster and how its clients are let in.
 *
 * <p>Travels in job graphs, secrets included, since the tasks need them; it never shows one. Files that properties name, a trust
 * store say, must lie under the same path on every machine that has a client.
 *
 * @param bootstrapServers brokers, {@code host:port} separated by commas
 * @param properties of Kafka's clients: security, time-outs, tuning; each client takes those that it knows
 */
public record KafkaCluster(String bootstrapServers, Map<String, String> properties) implements Serializable {
    private static final String MASK = "***";
    private static final int SHORTEST_SECRET = 3;

    /** What stands in quotation marks or behind an equals sign in a JAAS configuration. */
    private static final Pattern JAAS_VALUE = Pattern.compile("\"([^\"]*)\"|=\\s*([^\\s\";]+)");

    /** Keeps a copy of the properties. */
    public KafkaCluster {
        properties = Map.copyOf(properties);
    }

    /** A cluster that lets everybody in. */
    public static KafkaCluster at(String bootstrapServers) {
        return new KafkaCluster(bootstrapServers, Map.of());
    }

    /** Properties for a consumer, to be added to. */
    public Properties consumer() {
        return client(ClientConfig.CONSUMER);
    }

    /** Properties for a producer, to be added to. */
    public Properties producer() {
        return client(ClientConfig.PRODUCER);
    }

    /** Properties for an administrating client, to be added to. */
    public Properties admin() {
        return client(ClientConfig.ADMIN);
    }

    /** How clients speak to the brokers: {@code PLAINTEXT}, {@code SASL_SSL} and so on. */
    public String securityProtocol() {
        return properties.getOrDefault("security.protocol", "PLAINTEXT");
    }

    /** The text without the secrets of this cluster, should a client have quoted one in an error. */
    public String masked(String text) {
        String masked = text;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (ClientConfig.isSecret(property.getKey())) {
                masked = mask(masked, property.getValue());
                Matcher parts = JAAS_VALUE.matcher(property.getValue());
                while (parts.find()) {
                    masked = mask(masked, parts.group(1) == null ? parts.group(2) : parts.group(1));
                }
            }
        }
        return masked;
    }

    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>(properties);
        shown.replaceAll((name, value) -> ClientConfig.isSecret(name) ? MASK : value);
        return "KafkaCluster[bootstrapServers=" + bootstrapServers + ", properties=" + shown + "]";
    }

    private Properties client(ClientConfig client) {
        Properties selected = client.select(properties);
        selected.setProperty(ClientConfig.BOOTSTRAP_SERVERS, bootstrapServers);
        return selected;
    }

    private static String mask(String text, String secret) {
        return secret.length() < SHORTEST_SECRET ? text : text.replace(secret, MASK);
    }
}
