package io.deskpulse.local;

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
import io.deskpulse.streaming.topics.TopicReader;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of {@code conversation_days} that events make, each conversation derived at once, without Kafka and Flink. */
public final class ConversationBatch {
    /** What {@link #differences} says of a table that equals the batch. */
    public static final String NONE = "0\t0\t0";

    private final List<FactRow<DayFacts>> rows;

    private ConversationBatch(List<FactRow<DayFacts>> rows) {
        this.rows = rows;
    }

    /** Of events of buyers who are hashed by the key of {@link UnderFire}. */
    public static ConversationBatch of(List<ChatEvent> events, TopicTaxonomy topics) throws RejectedEventException {
        EventReader<ChatReading> reader = EventReader.chat(UnderFire.HASH_KEY);
        EventEncoder encoder = new EventEncoder();
        ConversationEvents mapping = new ConversationEvents(new TopicReader(topics, true));
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
        return new ConversationBatch(rows);
    }

    /** Rows of the table that the batch has not, rows of the batch that the table has not, and the difference of their counts. */
    public String differences(Stack stack) throws IOException {
        ClickHouseAccess admin = stack.clickHouse().admin();
        ClickHouseHttp http = new ClickHouseHttp(admin);
        http.query("DROP TABLE IF EXISTS deskpulse.batch");
        http.query("CREATE TABLE deskpulse.batch AS deskpulse.conversation_days ENGINE = MergeTree ORDER BY shop_id");
        insert(admin);
        String table = "(SELECT * EXCEPT version FROM deskpulse.conversation_days FINAL)";
        String batch = "(SELECT * EXCEPT version FROM deskpulse.batch)";
        return http.query("SELECT (SELECT count() FROM (" + table + " EXCEPT " + batch + ")), (SELECT count() FROM ("
                        + batch + " EXCEPT " + table + ")), (SELECT count() FROM " + table
                        + ") - (SELECT count() FROM " + batch + ")")
                .strip();
    }

    private void insert(ClickHouseAccess admin) {
        ClickHouseAddress server = ClickHouseAddress.parse(admin.jdbcUrl(), admin.user(), admin.password(), null);
        FactTable<FactRow<DayFacts>> table = new FactTable<>("batch", ConversationDayTable.TABLE.columns());
        RowBinary binary = new RowBinary();
        rows.forEach(row -> table.write(row, binary));
        try (RowInserter inserter = new RowInserter(server, table)) {
            inserter.insert(binary);
        }
    }
}
