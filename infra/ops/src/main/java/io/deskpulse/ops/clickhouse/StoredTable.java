package io.deskpulse.ops.clickhouse;

/**
 * Where the rows of a table of {@code deskpulse} lie: there, or on a cluster, for tables of facts, in the database of its shards. What
 * changes a table, not only its rows, is said to it there.
 */
public final class StoredTable {
    /** Of {@code system.tables}: tables that hold rows. */
    public static final String CONDITION = "database IN ('" + ClickHouseAccess.DATABASE + "', '"
            + ClickHouseAccess.SHARD_DATABASE + "') AND engine LIKE '%MergeTree'";

    private StoredTable() {}

    /**
     * The name with its database.
     *
     * @param table without it
     * @throws io.deskpulse.ops.UserError when the server is not reached or refuses
     */
    public static String name(ClickHouseSql clickHouse, String table) {
        return clickHouse
                        .query(
                                "SELECT database FROM system.tables WHERE name = ? AND " + CONDITION,
                                row -> row.getString(1),
                                table)
                        .stream()
                        .findFirst()
                        .orElse(ClickHouseAccess.DATABASE)
                + "." + table;
    }
}
