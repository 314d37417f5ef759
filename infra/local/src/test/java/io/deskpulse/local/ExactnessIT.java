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
import io.deskpulse.streaming.responsetime.ConversationDay;
import io.deskpulse.streaming.responsetime.ConversationDayStatement;
import io.deskpulse.streaming.responsetime.ConversationEventReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way under fire: events shuffled, duplicated and spread over all partitions by their key, while the task manager is
 * lost, ClickHouse is killed with signal 9, and the job is cancelled and resumed; then every row equals a batch derivation.
 */
class ExactnessIT {
    private static final int CONVERSATIONS = 2_000;

    @TempDir
    private Path directory;

    @Test
    void rowsEqualABatchAfterThreeCrashes() throws Exception {
        List<ChatEvent> events = RandomConversations.events(11, CONVERSATIONS);

        UnderFire.withCrashes(directory.resolve("run"), events, stack -> {
            assertThat(differences(stack, events)).isEqualTo("0\t0\t0");
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

    private static List<ConversationDay> batch(List<ChatEvent> events) throws RejectedEventException {
        ConversationEventReader reader = new ConversationEventReader(UnderFire.HASH_KEY);
        EventEncoder encoder = new EventEncoder();
        List<ConversationEvent> read = new ArrayList<>();
        for (ChatEvent event : events) {
            read.add(reader.read(encoder.encode(event)));
        }
        ResponseTimeDerivation derivation = new ResponseTimeDerivation(ShopZones.of(ShopZones.DEFAULT_ZONE, Map.of()));
        List<ConversationDay> rows = new ArrayList<>();
        read.stream()
                .collect(Collectors.groupingBy(event -> List.of(event.shopId(), event.conversationId())))
                .forEach((key, ofKey) -> {
                    for (DayFacts day : derivation.derive(ofKey, Retention.FOREVER)) {
                        rows.add(new ConversationDay(key.get(0), key.get(1), 0, day));
                    }
                });
        return rows;
    }

    private static void insert(ClickHouseAccess access, List<ConversationDay> rows) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        properties.setProperty("beta.row_binary_for_simple_insert", "true");
        ConversationDayStatement statement = new ConversationDayStatement();
        String marks = String.join(", ", Collections.nCopies(statement.values(rows.get(0)).length, "?"));
        try (Connection connection = DriverManager.getConnection(access.jdbcUrl(), properties);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO batch VALUES (" + marks + ")")) {
            for (ConversationDay row : rows) {
                Object[] values = statement.values(row);
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static long buyerMessages(List<ChatEvent> events) {
        return events.stream().filter(RandomConversations::isBuyers).count();
    }

    private static String query(Stack stack, String sql) throws Exception {
        return new ClickHouseHttp(stack.clickHouse().reader()).query(sql).strip();
    }
}
