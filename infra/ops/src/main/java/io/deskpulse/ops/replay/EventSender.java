package io.deskpulse.ops.replay;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.ops.replay.files.RejectedLine;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.deadletters.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Puts events and dead letters into Kafka, acknowledged and in order per key.
 *
 * <p>Every method throws {@link UserError} when the broker refused or lost a message; not thread-safe.
 */
public final class EventSender implements AutoCloseable {
    private final KafkaAccess access;
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventEncoder encoder = new EventEncoder();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Set<String> topics;

    /** Sends to any topic, as it knows its own cluster to have them. */
    public EventSender(KafkaAccess access) {
        this(access, null);
    }

    /**
     * Sends only to topics that exist: many brokers would make a missing one, with settings of their own.
     *
     * @throws UserError when the cluster does not answer or does not let us in
     */
    public static EventSender toExistingTopics(KafkaAccess access) {
        return new EventSender(access, access.topics());
    }

    private EventSender(KafkaAccess access, Set<String> topics) {
        this.access = access;
        this.topics = topics;
        Properties tuning = new Properties();
        tuning.setProperty("linger.ms", "10");
        tuning.setProperty("batch.size", "131072");
        tuning.setProperty("buffer.memory", "33554432");
        producer = access.producer(tuning);
    }

    /** Sends an event to the topic of its stream. */
    public void send(SpecificRecord event) {
        EventStream stream = EventStream.of(event);
        send(new ProducerRecord<>(stream.topic(), utf8(stream.key(event)), encoder.encode(event)));
    }

    /** Sends bytes as they are. */
    public void send(String topic, byte[] key, byte[] value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    /** Sends a line that is no event to the dead letters. */
    void reject(RejectedLine line) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, null, line.line());
        letter.headers()
                .add(DeadLetterHeaders.REASON, utf8(line.rejection().reason().name()))
                .add(DeadLetterHeaders.DETAIL, utf8(line.rejection().detail()))
                .add(DeadLetterHeaders.SOURCE_TOPIC, utf8("file:" + line.file()))
                .add(DeadLetterHeaders.SOURCE_PARTITION, utf8("0"))
                .add(DeadLetterHeaders.SOURCE_OFFSET, utf8(Long.toString(line.lineNumber())));
        send(letter);
    }

    /** Waits until everything sent has been acknowledged. */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    /** Waits for what is on its way, then closes. */
    @Override
    public void close() {
        producer.close();
    }

    private void send(ProducerRecord<byte[], byte[]> message) {
        throwFailure();
        if (topics != null && !topics.contains(message.topic())) {
            throw new UserError(
                    "This Kafka has no topic " + message.topic() + "; deskpulse topics creates what is missing.");
        }
        try {
            producer.send(message, (metadata, exception) -> {
                if (exception != null) {
                    failure.compareAndSet(null, exception);
                }
            });
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    private void throwFailure() {
        Exception e = failure.get();
        if (e != null) {
            throw refused(e);
        }
    }

    private UserError refused(Exception e) {
        return access.failed("Kafka did not take a message", e);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
