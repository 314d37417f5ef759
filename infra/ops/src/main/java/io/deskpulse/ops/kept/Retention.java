package io.deskpulse.ops.kept;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.clickhouse.StoredTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How long a server keeps what grows old: the TTL of its tables.
 *
 * <p>ClickHouse drops old rows when it merges, within hours; a longer retention brings nothing back. Every method throws
 * {@link UserError} when the server is not reached or refuses.
 */
public final class Retention {
    private static final String DAYS = "toIntervalDay\\((\\d+)\\)";
    private static final Pattern OF_ROWS = Pattern.compile("\\bTTL .*" + DAYS);

    /** Up to the next column, the first index, or the end of the columns. */
    private static final String WITHIN_COLUMN = "(?:(?!\\bINDEX |\\) ENGINE)[^`])*?";

    private final ClickHouseSql clickHouse;
    private final KeptTables kept;

    /** Of a server, as this build's tables may be kept. */
    public Retention(ClickHouseSql clickHouse, KeptTables kept) {
        this.clickHouse = clickHouse;
        this.kept = kept;
    }

    /**
     * What is to be kept for another time than before.
     *
     * @param before days, 0 = forever
     * @param after days, 0 = forever
     * @param older rows that are older than that now, count: they go, or their column is emptied
     */
    public record Change(AgingPart part, int before, int after, long older) {
        @Override
        public String toString() {
            return part.name() + ": " + RetentionFile.text(before) + " -> " + RetentionFile.text(after)
                    + (older == 0
                            ? ""
                            : "; " + older + (older == 1 ? " stored row is" : " stored rows are") + " older and "
                                    + (part.column() == null ? "go" : "lose it"));
        }
    }

    /** Days by name, 0 = forever, in the order of the build's notes. */
    public Map<String, Integer> present() {
        Map<String, String> engines = new HashMap<>();
        Map<String, String> queries = new HashMap<>();
        clickHouse
                .query(
                        "SELECT name, engine_full, create_table_query FROM system.tables WHERE "
                                + StoredTable.CONDITION,
                        row -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .forEach(row -> {
                    engines.put(row.get(0), row.get(1));
                    queries.put(row.get(0), row.get(2));
                });
        Map<String, Integer> present = new LinkedHashMap<>();
        for (AgingPart part : kept.parts()) {
            if (!engines.containsKey(part.table())) {
                throw new UserError("There is no table " + part.table() + ": run deskpulse migrate first.");
            }
            present.put(
                    part.name(),
                    part.column() == null
                            ? days(OF_ROWS, engines.get(part.table()))
                            : days(ofColumn(part.column()), queries.get(part.table())));
        }
        return present;
    }

    /** What differs from the days that are wanted by name, 0 = forever; changes nothing. */
    public List<Change> changes(Map<String, Integer> wanted) {
        Map<String, Integer> present = present();
        List<Change> changes = new ArrayList<>();
        for (AgingPart part : kept.parts()) {
            int before = present.get(part.name());
            int after = wanted.getOrDefault(part.name(), before);
            if (before != after) {
                changes.add(new Change(part, before, after, older(part, after)));
            }
        }
        return changes;
    }

    /** Makes a change; returns when the table has the new TTL, its old rows go afterwards. */
    public void apply(Change change) {
        AgingPart part = change.part();
        String column = part.column() == null ? "" : " COLUMN " + part.column();
        String ttl = change.after() == 0 ? " REMOVE TTL" : " TTL " + until(part, change.after());
        String modify = column.isEmpty() && change.after() == 0 ? "" : " MODIFY" + column;
        // Else it would wait until each part is written anew.
        clickHouse.update("ALTER TABLE " + StoredTable.name(clickHouse, part.table()) + modify + ttl
                + " SETTINGS alter_sync = 0");
    }

    private long older(AgingPart part, int days) {
        if (days == 0) {
            return 0;
        }
        return clickHouse
                .query(
                        "SELECT toString(countIf(" + until(part, days) + " < now('UTC'))) FROM deskpulse."
                                + part.table(),
                        row -> Long.valueOf(row.getString(1)))
                .get(0);
    }

    private static String until(AgingPart part, int days) {
        return part.age() + " + INTERVAL " + days + " DAY";
    }

    private static Pattern ofColumn(String column) {
        return Pattern.compile("`" + column + "` " + WITHIN_COLUMN + "\\bTTL " + WITHIN_COLUMN + DAYS);
    }

    private static int days(Pattern pattern, String sql) {
        return pattern.matcher(sql)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .findFirst()
                .orElse(0);
    }
}
