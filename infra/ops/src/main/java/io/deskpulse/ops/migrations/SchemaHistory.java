package io.deskpulse.ops.migrations;

import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.cluster.SchemaForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a database remembers of the files that made it: {@code schema_migrations} the table files, {@code schema_objects} the rest.
 *
 * <p>Every method throws {@link IOException} when the server is not reached or refuses.
 */
final class SchemaHistory {
    private static final String DATABASE = ClickHouseAccess.DATABASE;
    private static final String MIGRATIONS = "schema_migrations";
    private static final String OBJECTS = "schema_objects";
    private static final String CREATE_MIGRATIONS = "CREATE TABLE IF NOT EXISTS " + DATABASE + "." + MIGRATIONS
            + " (version UInt32 COMMENT 'number of the migration',"
            + " name String COMMENT 'name of its file without number',"
            + " checksum String COMMENT 'SHA-256 of its text with line feeds, hexadecimal',"
            + " applied_at DateTime64(3, 'UTC') COMMENT 'when its last statement had run')"
            + " ENGINE = ReplacingMergeTree(applied_at) ORDER BY version"
            + " COMMENT 'Which migrations were applied, one row each; read with FINAL.'";
    private static final String CREATE_OBJECTS = "CREATE TABLE IF NOT EXISTS " + DATABASE + "." + OBJECTS
            + " (kind String COMMENT 'VIEW or RULE',"
            + " name String COMMENT 'name of the view, rule and version of the rule',"
            + " checksum String COMMENT 'SHA-256 of what made it, hexadecimal; empty when the view was dropped',"
            + " applied_at DateTime64(3, 'UTC') COMMENT 'when that was applied')"
            + " ENGINE = ReplacingMergeTree(applied_at) ORDER BY (kind, name)"
            + " COMMENT 'Which views and rules came from files, one row each; read with FINAL.'";

    /** What everybody reads as a view is a {@code Distributed} table on a cluster, over a view on each shard. */
    private static final String ENGINES = "SELECT name, if(engine = 'Distributed' AND name IN ("
            + "SELECT name FROM system.tables WHERE database = '" + ClickHouseAccess.SHARD_DATABASE
            + "' AND engine = 'View'"
            + "), 'View', engine) FROM system.tables WHERE database = '" + DATABASE
            + "' UNION ALL SELECT '', engine FROM system.databases WHERE name = '" + DATABASE + "'";

    /** The place of the database among its tables. */
    private static final String OF_DATABASE = "";

    private final ClickHouseHttp clickHouse;
    private final SchemaForm form;

    SchemaHistory(ClickHouseHttp clickHouse, SchemaForm form) {
        this.clickHouse = clickHouse;
        this.form = form;
    }

    /** What is remembered apart from the table files. */
    enum Kind {
        VIEW,
        RULE
    }

    /**
     * What a database remembers and holds.
     *
     * @param complete whether the databases and both tables of memory are there
     * @param migrations checksum by version
     * @param views checksum by name, empty of those that were dropped
     * @param rules checksum by name
     * @param engines of all tables and views that are there, by name
     */
    record State(
            boolean complete,
            Map<Integer, String> migrations,
            Map<String, String> views,
            Map<String, String> rules,
            Map<String, String> engines) {
        /** Whether there is a view of that name. */
        boolean hasView(String name) {
            return "View".equals(engines.get(name));
        }

        private void add(String[] row) {
            // The empty checksum of a dropped view is no cell of its own at the end of a line.
            String checksum = row.length > 2 ? row[2] : "";
            switch (row[0]) {
                case "MIGRATION" -> migrations.put(Integer.valueOf(row[1]), checksum);
                case "VIEW" -> views.put(row[1], checksum);
                case "RULE" -> rules.put(row[1], checksum);
                default -> {
                    // Of the databases, not of what they remember.
                }
            }
        }
    }

    /**
     * Asks twice, as nobody knows before whether there is anything to ask.
     *
     * @throws io.deskpulse.ops.UserError when the database is of another form
     */
    State read() throws IOException {
        Map<String, String> engines = new HashMap<>();
        rows(ENGINES).forEach(row -> engines.put(row[0], row[1]));
        form.require(engines.getOrDefault(OF_DATABASE, ""));
        engines.remove(OF_DATABASE);
        List<String> questions = new ArrayList<>();
        if (engines.containsKey(MIGRATIONS)) {
            questions.add(
                    "SELECT 'MIGRATION', toString(version), checksum FROM " + DATABASE + "." + MIGRATIONS + " FINAL");
        }
        if (engines.containsKey(OBJECTS)) {
            questions.add("SELECT kind, name, checksum FROM " + DATABASE + "." + OBJECTS + " FINAL");
        }
        boolean hasMemory = questions.size() == 2;
        questions.add("SELECT 'DATABASES', toString(there), '' FROM (" + form.databasesThere() + ")");
        List<String[]> rows = engines.isEmpty() ? List.of() : rows(String.join(" UNION ALL ", questions));
        boolean complete = hasMemory && rows.stream().anyMatch(row -> row[0].equals("DATABASES") && row[1].equals("1"));
        State state = new State(complete, new HashMap<>(), new HashMap<>(), new HashMap<>(), engines);
        rows.forEach(state::add);
        return state;
    }

    /** Makes the databases and the tables of memory that are not there. */
    void create() throws IOException {
        if (!clickHouse.query(form.databasesThere()).equals("1")) {
            for (String statement : form.databases()) {
                clickHouse.query(statement);
            }
        }
        clickHouse.query(form.table(CREATE_MIGRATIONS));
        clickHouse.query(form.table(CREATE_OBJECTS));
    }

    /** Notes that the last statement of a table file has run. */
    void remember(Migration migration) throws IOException {
        clickHouse.query("INSERT INTO " + DATABASE + "." + MIGRATIONS
                + " (version, name, checksum, applied_at) SETTINGS async_insert = 0 VALUES ("
                + migration.version() + ", '" + migration.name() + "', '" + migration.checksum() + "', now64(3))");
    }

    /** Notes checksums by name. */
    void remember(Kind kind, Map<String, String> checksums) throws IOException {
        String values = checksums.entrySet().stream()
                .map(entry -> "('" + kind + "', " + ClickHouseHttp.literal(entry.getKey()) + ", '" + entry.getValue()
                        + "', now64(3))")
                .collect(Collectors.joining(", "));
        clickHouse.query("INSERT INTO " + DATABASE + "." + OBJECTS
                + " (kind, name, checksum, applied_at) SETTINGS async_insert = 0 VALUES " + values);
    }

    private List<String[]> rows(String sql) throws IOException {
        return clickHouse.query(sql).lines().map(line -> line.split("\t")).toList();
    }
}
