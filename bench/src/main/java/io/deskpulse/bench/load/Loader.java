package io.deskpulse.bench.load;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.wire.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends events to topics as a platform's connector would. */
public final class Loader implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventEncoder encoder = new EventEncoder();
    private long bytes;

    /** A producer that waits so long for a fuller batch. */
    public Loader(String bootstrapServers, int lingerMillis) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends one; the broker acknowledges it later. */
    public void send(String topic, SpecificRecord event) {
        byte[] key = EventStream.of(event).key(event).getBytes(StandardCharsets.UTF_8);
        byte[] value = encoder.encode(event);
        bytes += value.length;
        producer.send(new ProducerRecord<>(topic, key, value));
    }

    /** Bytes of all values so far. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        producer.close();
    }
}
