package io.deskpulse.ops.reasons;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.util.ArrayList;
import java.util.List;

/** The names and kinds of reasons and attributes on a server, as views need them: its table {@code complaint_words}. */
public final class WordStore {
    private static final String INSERT =
            "INSERT INTO deskpulse.complaint_words (code, kind, zh, en, version) SETTINGS async_insert = 0 VALUES ";

    private final ClickHouseSql clickHouse;

    /** The words of a server. */
    public WordStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Puts the words of a taxonomy beside those that the server knows; of one that it knows, these hold from now on. */
    public void apply(ReasonTaxonomy taxonomy) {
        String version = clickHouse
                .query("SELECT toString(max(version) + 1) FROM deskpulse.complaint_words", row -> row.getString(1))
                .get(0);
        clickHouse.update(INSERT + String.join(", ", rows(taxonomy, version)));
    }

    /** Rows of the table, as SQL writes them. */
    static List<String> rows(ReasonTaxonomy taxonomy, String version) {
        List<String> rows = new ArrayList<>();
        taxonomy.entries().forEach(entry -> rows.add(row(version, entry.code(), entry.kind(), entry.zh(), entry.en())));
        taxonomy.attributes()
                .forEach(entry -> rows.add(row(version, entry.code(), "attribute", entry.zh(), entry.en())));
        return rows;
    }

    private static String row(String version, String... texts) {
        List<String> literals = new ArrayList<>();
        for (String text : texts) {
            literals.add(ClickHouseHttp.literal(text));
        }
        return "(" + String.join(", ", literals) + ", " + version + ")";
    }
}
