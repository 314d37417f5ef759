package io.deskpulse.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import io.deskpulse.local.kafka.EmbeddedKafka;
import io.deskpulse.local.kafka.KafkaOptions;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deskpulse import --kafka} into a broker. */
class ImportKafkaIT {
    private static final String MESSAGE = """
            {"event":"message_created","id":%d,"created_at":"2026-11-11T02:00:0%dZ","message_type":"incoming","content":"x","sender":{"id":5,"type":"contact"},"conversation":{"id":%d}}
            """;

    @TempDir
    private Path directory;

    private final Console console = new Console();

    @Test
    void eventsLieInTheTopicOfTheirStreamByTheKeyOfTheirConversation() throws IOException {
        Path file = Files.writeString(
                directory.resolve("webhooks.ndjson"),
                MESSAGE.formatted(3, 3, 7) + MESSAGE.formatted(1, 1, 7) + MESSAGE.formatted(2, 2, 8));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaOptions.in(directory.resolve("kafka")))) {
            String[] arguments = {
                "import", "--from", "chatwoot", "--shop", "s1", "--kafka", kafka.bootstrapServers(), file.toString()
            };
            assertThat(console.run(arguments)).isEqualTo(2);
            assertThat(console.err()).contains("deskpulse topics").doesNotContain("\tat ");

            Topics.load().create(kafka.access());
            assertThat(console.run(arguments)).isZero();

            assertThat(TopicContents.of(kafka.access(), EventStream.CHAT))
                    .containsExactlyInAnyOrder(
                            "s1/cw-7 cw-5-0000000000000000001",
                            "s1/cw-8 cw-5-0000000000000000002",
                            "s1/cw-7 cw-5-0000000000000000003")
                    .containsSubsequence("s1/cw-7 cw-5-0000000000000000001", "s1/cw-7 cw-5-0000000000000000003");
        }
    }
}
