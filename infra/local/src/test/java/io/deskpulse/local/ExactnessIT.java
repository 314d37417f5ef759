package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.streaming.topics.TopicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way under fire: events shuffled, duplicated and spread over all partitions by their key, while the task manager is
 * lost, ClickHouse is killed with signal 9, tables get another column, and the job is cancelled and resumed; then every row equals a
 * batch derivation.
 */
class ExactnessIT {
    private static final int CONVERSATIONS = 2_000;

    /** The lexicon changes while the events happen. */
    private static final String LEXICON = """
            versions:
              - version: b
                from: "2026-10-02T12:00:00Z"
                topics: [{code: ENGRAVING, zh: 刻字, en: Engraving, cause: orders_open, synonyms: {zh: [刻…名字]}}]
            """;

    @TempDir
    private Path directory;

    @Test
    void rowsEqualABatchAfterThreeCrashes() throws Exception {
        List<ChatEvent> events = RandomConversations.events(11, CONVERSATIONS);

        String file =
                Files.writeString(directory.resolve("topics.yaml"), LEXICON).toString();
        UnderFire.withCrashes(directory.resolve("run"), events, List.of("--topics", file), stack -> {
            assertThat(ConversationBatch.of(events, TopicFile.parse(LEXICON).taxonomy())
                            .differences(stack))
                    .isEqualTo(ConversationBatch.NONE);
            assertThat(query(
                            stack,
                            "SELECT arrayStringConcat(arraySort(groupUniqArray(concat(topic, '@',"
                                    + " assumeNotNull(topic_version)))), ' '), countIf(buyer_tier = 'VIP') > 0"
                                    + " FROM deskpulse.conversations WHERE isNotNull(topic_version)"))
                    .isEqualTo(
                            "AGENT@1 AGENT@1+b DISPATCH@1 DISPATCH@1+b ENGRAVING@1+b PRICE@1 PRICE@1+b SIZE@1 SIZE@1+b\t1");
            assertThat(query(stack, "SELECT count() > 0 FROM deskpulse.recommendations"))
                    .isEqualTo("1");
            assertThat(query(
                            stack,
                            "SELECT count() > 2000, sum(buyer_messages) = " + buyerMessages(events)
                                    + " FROM deskpulse.conversations"))
                    .isEqualTo("1\t1");
            assertThat(query(stack, "SELECT count() FROM deskpulse.rejected_events"))
                    .isEqualTo("0");
        });
    }

    private static long buyerMessages(List<ChatEvent> events) {
        return events.stream().filter(RandomConversations::isBuyers).count();
    }

    private static String query(Stack stack, String sql) throws Exception {
        return new ClickHouseHttp(stack.clickHouse().reader()).query(sql).strip();
    }
}
