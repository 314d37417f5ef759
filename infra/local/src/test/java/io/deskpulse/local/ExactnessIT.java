package io.deskpulse.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.DayFacts;
import io.deskpulse.metrics.responsetime.ResponseTimeDerivation;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.facts.RowBinary;
import io.deskpulse.streaming.responsetime.ConversationDayTable;
import io.deskpulse.streaming.responsetime.ConversationEvents;
import io.deskpulse.streaming.sinks.ClickHouseAddress;
import io.deskpulse.streaming.sinks.RowInserter;
import io.deskpulse.streaming.topics.TopicFile;
import io.deskpulse.streaming.topics.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
            assertThat(differences(stack, events)).isEqualTo("0\t0\t0");
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

    /** Rows of the table that the batch has not, rows of the batch that the table has not, and the difference of their counts. */
    private static String differences(Stack stack, List<ChatEvent> events) throws Exception {
        ClickHouseAccess admin = stack.clickHouse().admin();
        ClickHouseHttp http = new ClickHouseHttp(admin);
        http.query("CREATE TABLE deskpulse.batch AS deskpulse.conversation_days ENGINE = MergeTree ORDER BY shop_id");
        insert(admin, batch(events));
        String table = "(SELECT * EXCEPT version FROM deskpulse.conversation_days FINAL)";
        String batch = "(SELECT * EXCEPT version FROM deskpulse.batch)";
        return http.query("SELECT (SELECT count() FROM (" + table + " EXCEPT " + batch + ")), (SELECT count() FROM ("
                        + batch + " EXCEPT " + table + ")), (SELECT count() FROM " + table
                        + ") - (SELECT count() FROM " + batch + ")")
                .strip();
    }

    private static List<FactRow<DayFacts>> batch(List<ChatEvent> events) throws RejectedEventException {
        EventReader<ChatReading> reader = EventReader.chat(UnderFire.HASH_KEY);
        EventEncoder encoder = new EventEncoder();
        ConversationEvents mapping =
                new ConversationEvents(new TopicReader(TopicFile.parse(LEXICON).taxonomy(), true));
        List<ConversationEvent> read = new ArrayList<>();
        for (ChatEvent event : events) {
            read.add(mapping.of(reader.read(encoder.encode(event))));
        }
        ResponseTimeDerivation derivation = new ResponseTimeDerivation(ShopZones.of(ShopZones.DEFAULT_ZONE, Map.of()));
        List<FactRow<DayFacts>> rows = new ArrayList<>();
        read.stream()
                .collect(Collectors.groupingBy(event -> List.of(event.shopId(), event.conversationId())))
                .forEach((key, ofKey) -> {
                    for (DayFacts day : derivation.derive(ofKey, Retention.FOREVER)) {
                        rows.add(new FactRow<>(key.get(0), key.get(1), 0, day));
                    }
                });
        return rows;
    }

    private static void insert(ClickHouseAccess admin, List<FactRow<DayFacts>> rows) {
        ClickHouseAddress server = ClickHouseAddress.parse(admin.jdbcUrl(), admin.user(), admin.password(), null);
        FactTable<FactRow<DayFacts>> table = new FactTable<>("batch", ConversationDayTable.TABLE.columns());
        RowBinary binary = new RowBinary();
        rows.forEach(row -> table.write(row, binary));
        try (RowInserter inserter = new RowInserter(server, table)) {
            inserter.insert(binary);
        }
    }

    private static long buyerMessages(List<ChatEvent> events) {
        return events.stream().filter(RandomConversations::isBuyers).count();
    }

    private static String query(Stack stack, String sql) throws Exception {
        return new ClickHouseHttp(stack.clickHouse().reader()).query(sql).strip();
    }
}
