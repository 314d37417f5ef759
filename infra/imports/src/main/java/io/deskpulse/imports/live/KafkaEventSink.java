package io.deskpulse.imports.live;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.ParsedLine;
import io.deskpulse.schemas.wire.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Sends events to the topics of their streams and waits for all replicas that must have them. Safe for use by several threads. */
public final class KafkaEventSink implements EventSink, AutoCloseable {
    /** What part of the time a full buffer may take of it, so that all of it is never exceeded. */
    private static final int BLOCKED_SHARE = 4;

    private final KafkaProducer<byte[], byte[]> producer;
    private final ThreadLocal<EventEncoder> encoders = ThreadLocal.withInitial(EventEncoder::new);
    private final long mostMillis;

    /**
     * To a cluster.
     *
     * @param mostMillis how long the acknowledgement of all events of a delivery may take
     * @throws UserError when the cluster does not answer, or lacks a topic
     */
    public KafkaEventSink(KafkaAccess access, long mostMillis) {
        Set<String> topics = access.topics();
        for (EventStream stream : EventStream.values()) {
            if (!topics.contains(stream.topic())) {
                throw new UserError(
                        "This Kafka has no topic " + stream.topic() + "; deskpulse topics creates what is missing.");
            }
        }
        this.mostMillis = mostMillis;
        Properties tuning = new Properties();
        tuning.setProperty("linger.ms", "2");
        tuning.setProperty("max.block.ms", Long.toString(mostMillis / BLOCKED_SHARE));
        tuning.setProperty("request.timeout.ms", Long.toString(mostMillis));
        tuning.setProperty("delivery.timeout.ms", Long.toString(2 * mostMillis));
        this.producer = access.producer(tuning);
    }

    @Override
    public boolean send(List<ParsedLine.Event> events) {
        long begun = System.nanoTime();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            for (ParsedLine.Event event : events) {
                if (left(begun) < mostMillis / BLOCKED_SHARE) {
                    return false;
                }
                byte[] key = event.stream().key(event.event()).getBytes(StandardCharsets.UTF_8);
                byte[] value = encoders.get().encode(event.event());
                sent.add(producer.send(new ProducerRecord<>(event.stream().topic(), key, value)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get(left(begun), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long left(long begun) {
        return Math.max(0, mostMillis - (System.nanoTime() - begun) / 1_000_000);
    }

    @Override
    public void close() {
        producer.close();
    }
}
