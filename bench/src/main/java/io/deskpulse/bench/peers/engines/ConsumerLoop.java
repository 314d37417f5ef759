package io.deskpulse.bench.peers.engines;

import io.deskpulse.bench.peers.question.ChatDecoder;
import io.deskpulse.bench.peers.question.OpenRounds;
import io.deskpulse.bench.peers.question.RoundRule;
import io.deskpulse.bench.peers.question.RoundsInMap;
import io.deskpulse.bench.peers.question.RowLog;
import io.deskpulse.bench.peers.question.Said;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A loop over a consumer and a hash map for each partition: nothing is safe and nothing can be cheaper. */
final class ConsumerLoop implements Engine {
    private static final Duration POLL = Duration.ofMillis(100);

    @Override
    public void run(Topic topic) throws Exception {
        AtomicLong left = new AtomicLong(topic.events());
        ExecutorService threads = Executors.newFixedThreadPool(topic.partitions());
        List<Future<?>> loops = topic.all().stream()
                .<Future<?>>map(partition -> threads.submit(() -> read(topic, partition, left)))
                .toList();
        threads.shutdown();
        for (Future<?> loop : loops) {
            loop.get();
        }
    }

    private static void read(Topic topic, TopicPartition partition, AtomicLong left) {
        ChatDecoder decoder = new ChatDecoder();
        RowLog rows = RowLog.begin();
        OpenRounds rounds = new RoundsInMap();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (left.get() > 0) {
                int read = 0;
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    Said said = decoder.decode(message.value());
                    if (said != null) {
                        RoundRule.apply(said, rounds, rows);
                    }
                    read++;
                }
                left.addAndGet(-read);
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Topic topic) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, topic.bootstrapServers());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
