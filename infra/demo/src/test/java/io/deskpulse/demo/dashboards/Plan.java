package io.deskpulse.demo.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What ClickHouse reads for a query. */
final class Plan {
    /**
     * A table that is read.
     *
     * @param keys columns whose values ClickHouse looked up in an index, to leave parts of the table out
     */
    record Read(String table, Set<String> keys) {}

    private Plan() {}

    /** The tables a query reads; what ClickHouse can tell to be empty beforehand is none of them. */
    static List<Read> of(ClickHouseHttp clickHouse, String sql) throws IOException {
        String json = clickHouse.query("EXPLAIN json = 1, indexes = 1 " + sql + "\nFORMAT TabSeparatedRaw");
        List<Read> reads = new ArrayList<>();
        collect(new ObjectMapper().readTree(json), reads);
        return reads;
    }

    private static void collect(JsonNode node, List<Read> reads) {
        if (node.path("Node Type").asText().equals("ReadFromMergeTree") && node.has("Indexes")) {
            Set<String> keys = new HashSet<>();
            for (JsonNode index : node.path("Indexes")) {
                index.path("Keys").forEach(key -> keys.add(key.asText()));
            }
            reads.add(new Read(node.path("Description").asText().replaceAll("^.*\\.| .*$", ""), keys));
        }
        node.forEach(child -> collect(child, reads));
    }
}
