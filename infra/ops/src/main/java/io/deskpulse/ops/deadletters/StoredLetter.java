package io.deskpulse.ops.deadletters;

import io.deskpulse.streaming.deadletters.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A refused message as it lies in the dead-letter topic.
 *
 * @param position where it lies
 * @param rejectedAt when it arrived there
 * @param reason name of a {@code RejectionReason}
 * @param detail free of personal data
 * @param sourceTopic where it came from; {@code file:NAME} for a line of a file
 * @param sourcePartition 0 for a file
 * @param sourceOffset line number for a file
 * @param key original key, null when there was none
 * @param value original bytes, null when there were none; may hold personal data
 */
public record StoredLetter(
        LetterPosition position,
        Instant rejectedAt,
        String reason,
        String detail,
        String sourceTopic,
        int sourcePartition,
        long sourceOffset,
        byte[] key,
        byte[] value) {
    private static final String FILE = "file:";

    static StoredLetter of(ConsumerRecord<byte[], byte[]> message) {
        return new StoredLetter(
                new LetterPosition(message.partition(), message.offset()),
                Instant.ofEpochMilli(message.timestamp()),
                text(message, DeadLetterHeaders.REASON),
                text(message, DeadLetterHeaders.DETAIL),
                text(message, DeadLetterHeaders.SOURCE_TOPIC),
                (int) number(message, DeadLetterHeaders.SOURCE_PARTITION),
                number(message, DeadLetterHeaders.SOURCE_OFFSET),
                message.key(),
                message.value());
    }

    /** Whether the message was a line of an imported file. */
    public boolean isFromFile() {
        return sourceTopic.startsWith(FILE);
    }

    private static String text(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** A foreign message in the topic must not stop the repair of the others: -1 for what is no number. */
    private static long number(ConsumerRecord<byte[], byte[]> message, String name) {
        try {
            return Long.parseLong(text(message, name));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
