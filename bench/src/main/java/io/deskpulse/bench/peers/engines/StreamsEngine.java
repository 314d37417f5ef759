package io.deskpulse.bench.peers.engines;

import io.deskpulse.bench.peers.question.ChatDecoder;
import io.deskpulse.bench.peers.question.OpenRounds;
import io.deskpulse.bench.peers.question.RoundRule;
import io.deskpulse.bench.peers.question.RowLog;
import io.deskpulse.bench.peers.question.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * A Kafka Streams processor over a state store with its changelog, two threads, no repartitioning: the topic is keyed by conversation
 * already.
 *
 * <p>The store is cached, which spares its changelog what is overwritten between two commits, and commits come every 10 s as
 * checkpoints do in Flink. It ends with a commit.
 */
final class StreamsEngine implements Engine {
    private static final String STORE = "open-rounds";
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);
    private static final long CACHE_BYTES = 64L << 20;
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final Path directory;
    private final boolean isOnDisk;
    private int runs;

    StreamsEngine(Path directory, boolean isOnDisk) {
        this.directory = directory;
        this.isOnDisk = isOnDisk;
    }

    @Override
    public void run(Topic topic) {
        AtomicLong left = new AtomicLong(topic.events());
        KafkaStreams streams = new KafkaStreams(topology(topic, left), settings(topic));
        streams.start();
        while (left.get() > 0) {
            if (streams.state() == KafkaStreams.State.ERROR) {
                throw new IllegalStateException("Kafka Streams ended with an error");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        streams.close();
    }

    private Properties settings(Topic topic) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, (isOnDisk ? "peer-rocksdb-" : "peer-memory-") + runs++);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, topic.bootstrapServers());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, topic.partitions());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_EVERY.toMillis());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return properties;
    }

    private Topology topology(Topic topic, AtomicLong left) {
        KeyValueBytesStoreSupplier store =
                isOnDisk ? Stores.persistentKeyValueStore(STORE) : Stores.inMemoryKeyValueStore(STORE);
        return new Topology()
                .addSource("chat", new ByteArrayDeserializer(), new ChatDecoders(), topic.name())
                .addProcessor("rounds", () -> new Rounds(left), "chat")
                .addStateStore(
                        Stores.keyValueStoreBuilder(store, Serdes.String(), Serdes.Long())
                                .withCachingEnabled(),
                        "rounds");
    }

    /** One decoder a thread: Kafka Streams shares a source's deserializer between its threads. */
    private static final class ChatDecoders implements Deserializer<Said> {
        private final ThreadLocal<ChatDecoder> decoders = ThreadLocal.withInitial(ChatDecoder::new);

        @Override
        public Said deserialize(String topic, byte[] message) {
            return decoders.get().decode(message);
        }
    }

    /** One task's rounds. */
    private static final class Rounds implements Processor<byte[], Said, Void, Void>, OpenRounds {
        private final AtomicLong left;
        private RowLog rows;
        private KeyValueStore<String, Long> openedAt;

        Rounds(AtomicLong left) {
            this.left = left;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            // Kafka Streams makes processors that it never runs.
            rows = RowLog.begin();
            openedAt = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], Said> message) {
            if (message.value() != null) {
                RoundRule.apply(message.value(), this, rows);
            }
            left.decrementAndGet();
        }

        @Override
        public Long openedAt(String conversation) {
            return openedAt.get(conversation);
        }

        @Override
        public void open(String conversation, long atMillis) {
            openedAt.put(conversation, atMillis);
        }

        @Override
        public void end(String conversation) {
            openedAt.delete(conversation);
        }
    }
}
