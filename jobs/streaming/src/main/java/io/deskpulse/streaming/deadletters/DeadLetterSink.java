package io.deskpulse.streaming.deadletters;

import io.deskpulse.streaming.codec.CodecTypeInfo;
import io.deskpulse.streaming.kafka.KafkaTopic;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Where refused messages go: the dead-letter topic, original key and bytes, the reason and the source in headers.
 *
 * <p>At least once: a retry may repeat a letter, and its row replaces itself.
 */
public final class DeadLetterSink {
    private DeadLetterSink() {}

    /**
     * Sends refused messages on.
     *
     * @param job name of the refusing job, prefix of the operators' uids
     * @param complete letters with their message
     * @param withoutMessage letters whose message is read again from its topic
     * @param deadLetters where they go; the topics they came from are in the same cluster
     */
    public static void write(
            String job,
            DataStream<DeadLetter> complete,
            DataStream<DeadLetter> withoutMessage,
            KafkaTopic deadLetters) {
        send(job, complete.union(completed(job, withoutMessage, deadLetters)), deadLetters);
    }

    /** Sends late messages on, of a job whose other refused messages are another job's to send. */
    public static void writeLate(String job, DataStream<DeadLetter> withoutMessage, KafkaTopic deadLetters) {
        send(job, completed(job, withoutMessage, deadLetters), deadLetters);
    }

    private static DataStream<DeadLetter> completed(
            String job, DataStream<DeadLetter> withoutMessage, KafkaTopic deadLetters) {
        return withoutMessage
                .map(new OriginalMessageFunction(deadLetters.cluster()))
                .returns(CodecTypeInfo.of(DeadLetter.class, new DeadLetterCodec()))
                .uid(job + "-too-late-messages")
                .name("Original messages of late events")
                .setParallelism(1);
    }

    private static void send(String job, DataStream<DeadLetter> letters, KafkaTopic deadLetters) {
        letters.sinkTo(KafkaSink.<DeadLetter>builder()
                        .setKafkaProducerConfig(deadLetters.cluster().producer())
                        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                        .setRecordSerializer(new Letters(deadLetters.name()))
                        .build())
                .uid(job + "-dead-letters-sink")
                .name("Kafka " + deadLetters.name());
    }

    /** Writes a letter as a Kafka message. */
    private record Letters(String topic) implements KafkaRecordSerializationSchema<DeadLetter> {

        @Override
        public ProducerRecord<byte[], byte[]> serialize(DeadLetter letter, KafkaSinkContext context, Long timestamp) {
            ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, letter.key(), letter.value());
            Headers headers = message.headers();
            headers.add(DeadLetterHeaders.REASON, utf8(letter.reason().name()));
            headers.add(DeadLetterHeaders.DETAIL, utf8(letter.detail()));
            headers.add(DeadLetterHeaders.SOURCE_TOPIC, utf8(letter.sourceTopic()));
            headers.add(DeadLetterHeaders.SOURCE_PARTITION, utf8(Integer.toString(letter.sourcePartition())));
            headers.add(DeadLetterHeaders.SOURCE_OFFSET, utf8(Long.toString(letter.sourceOffset())));
            return message;
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
