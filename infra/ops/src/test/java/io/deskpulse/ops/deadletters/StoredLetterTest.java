package io.deskpulse.ops.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.streaming.deadletters.DeadLetterHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class StoredLetterTest {
    @Test
    void aForeignMessageIsALetterOfWhichLittleIsKnown() {
        ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>("letters", 1, 2, null, null);
        message.headers().add(DeadLetterHeaders.REASON, null).add(DeadLetterHeaders.SOURCE_PARTITION, new byte[] {-1});

        StoredLetter letter = StoredLetter.of(message);

        assertThat(letter.reason()).isEmpty();
        assertThat(letter.sourceTopic()).isEmpty();
        assertThat(letter.sourcePartition()).isEqualTo(-1);
    }
}
