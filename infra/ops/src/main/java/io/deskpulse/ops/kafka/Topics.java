package io.deskpulse.ops.kafka;

import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.settings.Connections;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics of the product, in the order of {@code kafka/topics.yaml}, the one place that names them. */
public record Topics(List<Topic> all) {
    /** Where rejected input goes. */
    public static final String DEAD_LETTERS = Connections.DEAD_LETTER_TOPIC;

    private static final String RESOURCE = "/kafka/topics.yaml";

    /** Copies the list. */
    public Topics {
        all = List.copyOf(all);
    }

    /** Reads the file of this build. */
    public static Topics load() {
        try (InputStream in = Topics.class.getResourceAsStream(RESOURCE)) {
            return parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /**
     * Reads topics from YAML: a list {@code topics} of {@code name}, {@code partitions} and {@code config}.
     *
     * @throws IllegalArgumentException when the text has another shape, naming what is wrong
     */
    public static Topics parse(InputStream yaml) {
        Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        if (!(root instanceof Map<?, ?> map) || !(map.get("topics") instanceof List<?> list)) {
            throw new IllegalArgumentException("expected a list called topics");
        }
        return new Topics(list.stream().map(Topics::topic).toList());
    }

    /** The same topics with another number of partitions; the dead letters keep theirs, their order is worth more than speed. */
    public Topics withPartitions(int partitions) {
        return new Topics(all.stream()
                .map(topic ->
                        topic.name().equals(DEAD_LETTERS) ? topic : new Topic(topic.name(), partitions, topic.config()))
                .toList());
    }

    /**
     * Creates those topics that do not exist; existing ones stay as they are.
     *
     * @throws UserError when the broker refuses or is not reached
     */
    public void create(KafkaAccess access) {
        List<NewTopic> wanted = all.stream()
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.config()))
                .toList();
        try (Admin admin = access.admin()) {
            Map<String, KafkaFuture<Void>> created = admin.createTopics(wanted).values();
            all.forEach(topic -> await(access, topic.name(), created.get(topic.name())));
        }
    }

    private static void await(KafkaAccess access, String name, KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw access.failed("Kafka did not create the topic " + name, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while Kafka was creating topics.", e);
        }
    }

    private static Topic topic(Object entry) {
        if (!(entry instanceof Map<?, ?> map)
                || !(map.get("name") instanceof String name)
                || !(map.get("partitions") instanceof Integer partitions)) {
            throw new IllegalArgumentException("a topic needs a name and a number of partitions, got " + entry);
        }
        Map<String, String> config = new TreeMap<>();
        if (map.get("config") instanceof Map<?, ?> settings) {
            settings.forEach((key, value) -> config.put(String.valueOf(key), String.valueOf(value)));
        }
        return new Topic(name, partitions, config);
    }
}
