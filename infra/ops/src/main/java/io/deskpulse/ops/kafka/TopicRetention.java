package io.deskpulse.ops.kafka;

import io.deskpulse.ops.UserError;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.config.TopicConfig;

/** How long the topics of a cluster keep messages. */
public final class TopicRetention {
    private TopicRetention() {}

    /**
     * By topic; empty where nothing goes by its age.
     *
     * @throws UserError when the cluster does not answer, does not let us in, or lacks a topic
     */
    public static Map<String, Optional<Duration>> of(KafkaAccess access, Collection<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(Type.TOPIC, topic))
                .toList();
        try (Admin admin = access.admin()) {
            Map<String, Optional<Duration>> retention = new TreeMap<>();
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(resources).all().get();
            configs.forEach((resource, config) -> retention.put(resource.name(), retention(config)));
            return retention;
        } catch (ExecutionException e) {
            throw access.failed("Cannot read the settings of the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for Kafka.", e);
        }
    }

    private static Optional<Duration> retention(Config config) {
        boolean deletes =
                config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains(TopicConfig.CLEANUP_POLICY_DELETE);
        long millis = Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value());
        return deletes && millis >= 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
    }
}
