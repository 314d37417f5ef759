package io.deskpulse.streaming.kafka;

import io.deskpulse.schemas.jsonl.NearestName;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** What Kafka's own clients say about the names of their properties. */
enum ClientConfig {
    CONSUMER(ConsumerConfig.configDef()),
    PRODUCER(ProducerConfig.configDef()),
    ADMIN(AdminClientConfig.configDef());

    /** Where brokers are; not one property among others. */
    static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    /** Names that begin so belong to providers of secrets and are theirs to check. */
    private static final String PROVIDERS = "config.providers.";

    /** What an exact result, a group or a client's name depends on is not to be set from outside. */
    private static final Set<String> OWN = Set.of(
            "acks",
            "auto.offset.reset",
            "bootstrap.controllers",
            "client.id",
            "enable.auto.commit",
            "enable.idempotence",
            "group.id",
            "group.instance.id",
            "key.deserializer",
            "key.serializer",
            "transactional.id",
            "value.deserializer",
            "value.serializer");

    private final ConfigDef definition;

    ClientConfig(ConfigDef definition) {
        this.definition = definition;
    }

    /** Those of the properties that this client knows. */
    Properties select(Map<String, String> properties) {
        Properties selected = new Properties();
        properties.forEach((name, value) -> {
            if (definition.names().contains(name) || name.startsWith(PROVIDERS)) {
                selected.setProperty(name, value);
            }
        });
        return selected;
    }

    /** What is wrong with a name that somebody has written, or null. */
    static String problem(String name) {
        if (OWN.contains(name)) {
            return name + " is set by Deskpulse itself; leave it out";
        }
        if (isKnown(name)) {
            return null;
        }
        String nearest = NearestName.suggestion(name, names());
        return "Kafka's clients know no property " + name + (nearest.isEmpty() ? known(name) : nearest);
    }

    /** Whether any client knows a name that may be set from outside. */
    static boolean isKnown(String name) {
        return !OWN.contains(name) && (names().contains(name) || name.startsWith(PROVIDERS));
    }

    /** Whether the value of a property must never be shown. */
    static boolean isSecret(String name) {
        for (ClientConfig client : values()) {
            ConfigDef.ConfigKey key = client.definition.configKeys().get(name);
            if (key != null) {
                return key.type == ConfigDef.Type.PASSWORD;
            }
        }
        return true;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (ClientConfig client : values()) {
            names.addAll(client.definition.names());
        }
        return names;
    }

    /** The names that begin with the same word. */
    private static String known(String name) {
        String word = name.substring(0, name.indexOf('.') + 1);
        String same = names().stream()
                .filter(known -> !word.isEmpty() && known.startsWith(word))
                .collect(Collectors.joining(", "));
        return same.isEmpty() ? "" : "; known are " + same;
    }
}
