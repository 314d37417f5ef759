package io.deskpulse.local.kafka;

import io.deskpulse.ops.FreePorts;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.streaming.kafka.KafkaCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker and its controller (KRaft, combined) in this process, bound to loopback, without authentication.
 *
 * <p>Topics, records and group offsets stay in the directory and are there again after a restart. Not thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int NODE_ID = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KafkaOptions options;
    private int port;
    private KafkaRaftServer server;

    private EmbeddedKafka(KafkaOptions options) {
        this.options = options;
    }

    /**
     * Starts a broker and returns when it takes requests.
     *
     * @throws UserError when the fixed port is taken
     * @throws UncheckedIOException when the directory cannot be formatted
     */
    public static EmbeddedKafka start(KafkaOptions options) {
        FreePorts.requireFree(options.port(), "--kafka-port");
        EmbeddedKafka kafka = new EmbeddedKafka(options);
        kafka.port = FreePorts.choose(options.port());
        kafka.format();
        kafka.startServer();
        return kafka;
    }

    /** {@code host:port}, as clients want it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The cluster, which lets everybody in. */
    public KafkaCluster cluster() {
        return KafkaCluster.at(bootstrapServers());
    }

    /** How clients in this process reach it; patient, since a busy machine is no outage. */
    public KafkaAccess access() {
        return new KafkaAccess(cluster(), PATIENCE);
    }

    /** Of the broker on loopback. */
    public int port() {
        return port;
    }

    /** Stops the broker and starts it again on the same port and log. */
    public void restart() {
        close();
        startServer();
    }

    /** Stops the broker; its log stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private void startServer() {
        server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            throw new UserError("The Kafka broker did not start on port " + port + ": " + e.getMessage(), e);
        }
    }

    private void format() {
        Path log = options.directory();
        try {
            Files.createDirectories(log);
            if (Files.exists(log.resolve("meta.properties"))) {
                return;
            }
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(log.toString()))
                    .setMetadataLogDirectory(log.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write Kafka's log directory " + log, e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format Kafka's log directory " + log, e);
        }
    }

    private Map<String, String> settings() {
        int controllerPort = FreePorts.find(1).get(0);
        Map<String, String> settings = new HashMap<>();
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("process.roles", "broker,controller");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("log.dirs", options.directory().toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Sized for one laptop, not for a broker's own machine: the default for the cleaner alone is 128 MB.
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        options.settings()
                .forEach((name, value) ->
                        settings.merge(name, value, (own, more) -> name.equals("listeners") ? own + "," + more : more));
        return settings;
    }
}
