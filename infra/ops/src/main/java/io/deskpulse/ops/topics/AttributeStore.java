package io.deskpulse.ops.topics;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.tables.Table;
import io.deskpulse.streaming.topics.TopicAttributes;
import java.util.ArrayList;
import java.util.List;

/** Which attributes questions are about, on a server: its table {@code topic_attributes}. */
public final class AttributeStore {
    private static final String INSERT =
            "INSERT INTO deskpulse.topic_attributes (topic, attribute, version) SETTINGS async_insert = 0 VALUES ";

    private final ClickHouseSql clickHouse;

    /** Those of a server. */
    public AttributeStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** From now on these hold, and no others. */
    public void apply(TopicAttributes attributes) {
        String version = clickHouse
                .query("SELECT toString(max(version) + 1) FROM deskpulse.topic_attributes", row -> row.getString(1))
                .get(0);
        List<String> rows = rows(attributes, version);
        // Even an application of none has a row, which takes all others back.
        clickHouse.update(INSERT + (rows.isEmpty() ? "('', '', " + version + ")" : String.join(", ", rows)));
    }

    /** Rows of the table, as SQL writes them. */
    static List<String> rows(TopicAttributes attributes, String version) {
        List<String> rows = new ArrayList<>();
        attributes
                .byTopic()
                .forEach((topic, about) -> about.forEach(attribute -> rows.add("(" + ClickHouseHttp.literal(topic)
                        + ", " + ClickHouseHttp.literal(attribute) + ", " + version + ")")));
        return rows;
    }

    /** For people: a line for each topic. */
    public static Table table(TopicAttributes attributes) {
        return new Table(
                List.of("topic", "attributes"),
                attributes.byTopic().entrySet().stream()
                        .map(topic -> List.of(topic.getKey(), String.join(", ", topic.getValue())))
                        .toList());
    }
}
