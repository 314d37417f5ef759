package io.deskpulse.bench.chaos;

import io.deskpulse.ops.kafka.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends deliveries in pieces, on a thread of its own, through whatever happens to the broker. */
final class Sender implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Thread thread;
    private volatile Exception failure;

    private Sender(KafkaAccess kafka, List<Delivery> deliveries, int pieces, Duration length) {
        thread = new Thread(
                () -> {
                    try {
                        send(kafka, deliveries, pieces, length);
                    } catch (Exception e) {
                        failure = e;
                    }
                },
                "chaos-sender");
        thread.start();
    }

    /** Begins to send. */
    static Sender start(KafkaAccess kafka, List<Delivery> deliveries, int pieces, Duration length) {
        return new Sender(kafka, deliveries, pieces, length);
    }

    /** Sends all at once and returns when the broker has them. */
    static void send(KafkaAccess kafka, List<Delivery> deliveries) {
        try (Sender sender = start(kafka, deliveries, 1, Duration.ZERO)) {
            sender.await();
        }
    }

    /** Returns when the broker has everything. */
    void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new IllegalStateException("could not send", failure);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void send(KafkaAccess kafka, List<Delivery> deliveries, int pieces, Duration length)
            throws Exception {
        Properties patient = new Properties();
        patient.putAll(Map.of(
                "acks",
                "all",
                "enable.idempotence",
                "true",
                "delivery.timeout.ms",
                Long.toString(PATIENCE.toMillis()),
                "max.block.ms",
                Long.toString(PATIENCE.toMillis())));
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = kafka.producer(patient)) {
            for (int piece = 0; piece < pieces; piece++) {
                int from = deliveries.size() * piece / pieces;
                int to = deliveries.size() * (piece + 1) / pieces;
                for (Delivery delivery : deliveries.subList(from, to)) {
                    sent.add(producer.send(
                            new ProducerRecord<>(delivery.stream().topic(), delivery.key(), delivery.value())));
                }
                Thread.sleep(length.toMillis() / pieces);
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }
}
