package io.deskpulse.streaming.deadletters;

import io.deskpulse.streaming.kafka.KafkaCluster;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the original message again for letters that come without it.
 *
 * <p>In: dead letters of operators far from the source, which carry an event's place in Kafka but not its bytes, since
 * hauling them through every exchange for the rare refusal would cost each event. Out: the same letters, one for one, with
 * key and value. A message that its topic no longer keeps stays without value and its detail says so.
 */
final class OriginalMessageFunction extends RichMapFunction<DeadLetter, DeadLetter> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaCluster cluster;
    private transient KafkaConsumer<byte[], byte[]> consumer;

    OriginalMessageFunction(KafkaCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public void open(OpenContext context) {
        Properties properties = cluster.consumer();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public DeadLetter map(DeadLetter letter) {
        TopicPartition partition = new TopicPartition(letter.sourceTopic(), letter.sourcePartition());
        List<TopicPartition> one = List.of(partition);
        if (letter.sourceOffset() >= consumer.beginningOffsets(one).get(partition)) {
            consumer.assign(one);
            consumer.seek(partition, letter.sourceOffset());
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(PATIENCE)) {
                if (message.offset() == letter.sourceOffset()) {
                    return letter.withMessage(message.key(), message.value());
                }
            }
        }
        return new DeadLetter(
                letter.reason(),
                letter.detail() + "; the topic no longer keeps the message",
                letter.sourceTopic(),
                letter.sourcePartition(),
                letter.sourceOffset(),
                null,
                null);
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }
}
