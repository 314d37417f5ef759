package io.deskpulse.streaming.rejections;

import io.deskpulse.streaming.deadletters.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads the headers of a dead letter, one row per message; a foreign message without them becomes a row that says so.
 */
final class RejectedEventSchema implements KafkaRecordDeserializationSchema<RejectedEvent> {
    private static final String UNKNOWN = "UNKNOWN";

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<RejectedEvent> out) {
        out.collect(new RejectedEvent(
                text(message, DeadLetterHeaders.SOURCE_TOPIC, message.topic()),
                (int) number(message, DeadLetterHeaders.SOURCE_PARTITION, message.partition()),
                number(message, DeadLetterHeaders.SOURCE_OFFSET, message.offset()),
                message.timestamp(),
                text(message, DeadLetterHeaders.REASON, UNKNOWN),
                text(message, DeadLetterHeaders.DETAIL, "the dead letter names no reason"),
                message.partition(),
                message.offset(),
                shop(message.key())));
    }

    @Override
    public TypeInformation<RejectedEvent> getProducedType() {
        return TypeInformation.of(RejectedEvent.class);
    }

    private static String shop(byte[] key) {
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        return text.substring(0, Math.max(0, text.indexOf('/')));
    }

    private static long number(ConsumerRecord<byte[], byte[]> message, String name, long otherwise) {
        String text = text(message, name, "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> message, String name, String otherwise) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? otherwise
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
