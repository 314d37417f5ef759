package io.deskpulse.ops.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void theProductHasFourEventTopicsAndDeadLetters() {
        assertThat(Topics.load().all())
                .extracting(Topic::name)
                .containsExactly(
                        "deskpulse.chat.v1",
                        "deskpulse.orders.v1",
                        "deskpulse.tickets.v1",
                        "deskpulse.agents.v1",
                        Topics.DEAD_LETTERS);
    }

    @Test
    void everyTopicIsStampedByTheBroker() {
        assertThat(Topics.load().all())
                .allSatisfy(
                        topic -> assertThat(topic.config()).containsEntry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void readsNamesPartitionsAndSettings() {
        Topics topics = parse("topics:\n  - name: a\n    partitions: 3\n    config:\n      retention.ms: 1000\n");

        assertThat(topics.all()).containsExactly(new Topic("a", 3, Map.of("retention.ms", "1000")));
    }

    @Test
    void otherPartitionsLeaveDeadLettersAlone() {
        Topics topics = Topics.load().withPartitions(7);

        assertThat(topics.all()).extracting(Topic::partitions).containsExactly(7, 7, 7, 7, 1);
    }

    @Test
    void saysWhatATopicLacks() {
        assertThatThrownBy(() -> parse("topics:\n  - name: a\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a name and a number of partitions")
                .hasMessageContaining("name=a");
        assertThatThrownBy(() -> parse("- a\n")).hasMessage("expected a list called topics");
        assertThatThrownBy(() -> parse("topics:\n  - name: a\n    partitions: 0\n"))
                .hasMessage("partitions of a must be at least 1, got 0");
    }

    private static Topics parse(String yaml) {
        InputStream in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        return Topics.parse(in);
    }
}
