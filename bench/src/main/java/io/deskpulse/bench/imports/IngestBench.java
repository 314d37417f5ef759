package io.deskpulse.bench.imports;

import io.deskpulse.bench.measure.Machine;
import io.deskpulse.bench.stack.OwnProcess;
import io.deskpulse.imports.live.KafkaEventSink;
import io.deskpulse.imports.live.Live;
import io.deskpulse.imports.live.WebhookServer;
import io.deskpulse.imports.run.ImportOptions;
import io.deskpulse.ops.FileTree;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.streaming.kafka.KafkaCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run ingest}: webhooks over loopback, while the broker is killed and comes back. */
@Command(
        name = "ingest",
        description =
                "Whether webhooks at a rate all arrive in Kafka, when its broker is killed half-way and comes back.")
public final class IngestBench implements Runnable {
    private static final int AWAY_SECONDS = 5;

    private static final ImportOptions OPTIONS =
            ImportOptions.of("chatwoot", List.of(), "bench", Instant.parse("2100-01-01T00:00:00Z"));

    private static final WebhookServer.Settings SETTINGS =
            new WebhookServer.Settings(new InetSocketAddress("127.0.0.1", 0), null, null, 5_000_000, 100, null);

    @Option(names = "--rate", defaultValue = "1000", description = "webhooks a second (default ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "how long (default ${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public void run() {
        System.out.println("before: " + Machine.line());
        try {
            Path folder = Files.createTempDirectory("deskpulse-bench");
            try {
                measure(folder);
            } finally {
                FileTree.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println("after: " + Machine.line());
    }

    private void measure(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Broker broker = new Broker(folder, port);
        KafkaAccess access = KafkaAccess.to(new KafkaCluster("127.0.0.1:" + port, Map.of()));
        Topics.load().create(access);
        try (KafkaEventSink sink = new KafkaEventSink(access, 4_000);
                WebhookServer server = new WebhookServer(SETTINGS, Live.groups(OPTIONS), sink)) {
            Deliveries deliveries = new Deliveries(server.port());
            Thread killer = new Thread(() -> broker.killAfter(seconds / 2, AWAY_SECONDS));
            killer.start();
            long count = (long) rate * seconds;
            long begun = System.nanoTime();
            deliveries.deliver(count, rate);
            double took = (System.nanoTime() - begun) / 1e9;
            killer.join();
            long arrived = arrived(access).size();
            long expected = Webhooks.different(count);
            System.out.printf(
                    Locale.ROOT,
                    "%,d webhooks at %,d a second, all taken after %.1f s, %,d asked to come again; the broker was killed and away"
                            + " for %d s; %,d different events in Kafka of %,d: %s%n",
                    deliveries.taken(),
                    rate,
                    took,
                    deliveries.again(),
                    AWAY_SECONDS,
                    arrived,
                    expected,
                    arrived == expected ? "none lost" : "LOST");
        } finally {
            broker.kill();
        }
    }

    private static Set<String> arrived(KafkaAccess access) {
        Set<String> ids = new HashSet<>();
        EventDecoder decoder = new EventDecoder();
        try (KafkaConsumer<byte[], byte[]> consumer = access.consumer(1 << 20)) {
            List<TopicPartition> partitions = consumer.partitionsFor(EventStream.CHAT.topic()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    ids.add(id(decoder, record.value()));
                }
            }
        }
        return ids;
    }

    private static String id(EventDecoder decoder, byte[] value) {
        try {
            return EventStream.eventId(decoder.decode(EventStream.CHAT, value));
        } catch (RejectedEventException e) {
            throw new IllegalStateException("what was sent is an event", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A broker that can be killed, and started again over the same data. */
    private static final class Broker {
        private final Path folder;
        private final int port;
        private volatile Process process;

        Broker(Path folder, int port) {
            this.folder = folder;
            this.port = port;
            start();
        }

        private void start() {
            try {
                process = OwnProcess.of(
                                IngestBroker.class,
                                List.of("-Xms64m", "-Xmx1g", "-XX:-AlwaysPreTouch"),
                                List.of(folder.toString(), Integer.toString(port)))
                        .start();
                String line = new BufferedReader(
                                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
                if (line == null) {
                    throw new IllegalStateException("the broker ended before it was ready");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void killAfter(int after, int away) {
            try {
                TimeUnit.SECONDS.sleep(after);
                kill();
                TimeUnit.SECONDS.sleep(away);
                start();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void kill() {
            process.destroyForcibly();
        }
    }
}
