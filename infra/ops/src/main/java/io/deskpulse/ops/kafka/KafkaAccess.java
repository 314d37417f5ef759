package io.deskpulse.ops.kafka;

import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.kafka.KafkaCluster;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A Kafka cluster as people reach it: clients that give up in time, and failures in one line that says what to do and shows no secret.
 *
 * @param patience how long a client waits for an answer, unless the cluster's properties say so themselves
 */
public record KafkaAccess(KafkaCluster cluster, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String WHOLE_CALL = "default.api.timeout.ms";
    private static final String REQUEST = "request.timeout.ms";
    private static final int REQUESTS_IN_A_CALL = 2;

    /** For somebody who waits at a terminal. */
    public static KafkaAccess to(KafkaCluster cluster) {
        return new KafkaAccess(cluster, PATIENCE);
    }

    /**
     * A client that administrates.
     *
     * @throws UserError when the properties are wrong or no address can be resolved
     */
    public Admin admin() {
        return made(inTime(cluster.admin()), Admin::create);
    }

    /**
     * A consumer in no group, which begins where it is told to.
     *
     * @param fetchBytes fetched of a partition at a time
     * @throws UserError when the properties are wrong or no address can be resolved
     */
    public KafkaConsumer<byte[], byte[]> consumer(int fetchBytes) {
        Properties properties = inTime(cluster.consumer());
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("auto.offset.reset", "earliest");
        properties.setProperty("max.partition.fetch.bytes", Integer.toString(fetchBytes));
        return made(
                properties,
                made -> new KafkaConsumer<>(made, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /**
     * A producer.
     *
     * @param tuning what the cluster's properties may set otherwise; without a bound of how long it blocks, that is the patience
     * @throws UserError when the properties are wrong or no address can be resolved
     */
    public KafkaProducer<byte[], byte[]> producer(Properties tuning) {
        Properties properties = cluster.producer();
        tuning.forEach(properties::putIfAbsent);
        properties.putIfAbsent("max.block.ms", Long.toString(patience.toMillis()));
        return made(
                properties, made -> new KafkaProducer<>(made, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /**
     * Names of the topics that we may know of.
     *
     * @throws UserError when the cluster does not answer or does not let us in
     */
    public Set<String> topics() {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw failed("Cannot read the topics of Kafka", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for Kafka.", e);
        }
    }

    /** The failure of a client as one line: {@code what}, then why. */
    public UserError failed(String what, Throwable failure) {
        return new UserError(what + ": " + cluster.masked(reason(failure)), failure);
    }

    private <C> C made(Properties properties, Function<Properties, C> maker) {
        try {
            return maker.apply(properties);
        } catch (KafkaException e) {
            throw failed("Cannot reach Kafka", e);
        }
    }

    private Properties inTime(Properties properties) {
        // The two must fit each other: who sets one, sets both.
        if (!properties.containsKey(WHOLE_CALL) && !properties.containsKey(REQUEST)) {
            properties.setProperty(WHOLE_CALL, Long.toString(patience.toMillis()));
            properties.setProperty(REQUEST, Long.toString(patience.toMillis() / REQUESTS_IN_A_CALL));
        }
        return properties;
    }

    private String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SslAuthenticationException) {
                return tlsReason(innermost(cause));
            } else if (cause instanceof AuthenticationException) {
                return brokers() + " refuse the credentials (" + cause.getMessage() + ")";
            } else if (cause instanceof AuthorizationException) {
                return brokers() + " do not allow it (" + cause.getMessage() + ")";
            } else if (cause instanceof TimeoutException) {
                return brokers() + " do not answer in " + cluster.securityProtocol() + " (" + cause.getMessage() + ")";
            }
        }
        return innermost(failure);
    }

    private String tlsReason(String problem) {
        return problem.contains("certification path")
                ? "the certificate of " + brokers() + " is not trusted; name its authority in ssl.truststore.location ("
                        + problem + ")"
                : brokers() + " refuse the TLS handshake (" + problem + ")";
    }

    private String brokers() {
        return "the brokers at " + cluster.bootstrapServers();
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
