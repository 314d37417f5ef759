package io.deskpulse.ops.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.ops.UserError;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.streaming.deadletters.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Whatever lies in the topic of dead letters is a letter, and what names none is refused in words. */
class LettersFuzzTest {
    private static final List<String> HEADERS = List.of(
            DeadLetterHeaders.REASON,
            DeadLetterHeaders.DETAIL,
            DeadLetterHeaders.SOURCE_TOPIC,
            DeadLetterHeaders.SOURCE_PARTITION,
            DeadLetterHeaders.SOURCE_OFFSET);

    @Test
    void everyMessageIsALetter() {
        List<byte[]> values = Fuzz.texts(List.of("MALFORMED", "shop_id is empty", "file:events.jsonl", "3", "-17"));
        ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>("letters", 1, 2, null, null);

        Fuzz.each(values, 0.01, value -> {
            for (String header : HEADERS) {
                message.headers().remove(header).add(header, value.length == 0 ? null : value);
            }
            StoredLetter letter = StoredLetter.of(message);
            assertThat(letter.sourceTopic()).isEqualTo(new String(value, StandardCharsets.UTF_8));
        });
    }

    @Test
    void aPositionIsOneOrRefused() {
        Fuzz.Refused seen = Fuzz.refusing(UserError.class, Fuzz.texts(List.of("0:17", "17")), 0.005, text -> {
            LetterPosition position = LetterPosition.parse(new String(text, StandardCharsets.UTF_8));
            assertThat(LetterPosition.parse(position.toString())).isEqualTo(position);
        });

        assertThat(seen.refused()).isBetween(1L, seen.inputs() - 1);
    }
}
