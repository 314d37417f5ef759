package io.deskpulse.ops.cluster;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cluster: on each shard the database of one server, in replicas, for the shops that lie there, and above it the names that everybody
 * knows.
 *
 * <p>Both databases are of the engine {@code Replicated}, which does on every server what is done on one. {@code deskpulse_shard} has
 * the tables of facts and the views over them, so that whatever a view puts together, rows of one shop, lies on one server.
 * {@code deskpulse} has the same names, {@code Distributed} by the hash of the shop, and what is whole on every server. Views with
 * parameters, which no {@code Distributed} table can read, are there as they stand.
 *
 * @param cluster as the servers' configuration names it; may be {@code {cluster}}
 */
public record ClusterForm(String cluster, Placement placement) implements SchemaForm {
    /** Of the databases of a cluster. */
    static final String DATABASE_ENGINE = "Replicated";

    private static final String SHARD_DATABASE = ClickHouseAccess.SHARD_DATABASE;

    private static final Pattern NAME = Pattern.compile("[\\w.-]+|\\{\\w+}");
    private static final Pattern REFERENCE = Pattern.compile("\\b" + ClickHouseAccess.DATABASE + "\\.(\\w+)\\b");
    private static final Pattern CREATION =
            Pattern.compile("\\bCREATE TABLE (?:IF NOT EXISTS )?" + REFERENCE.pattern());
    private static final Pattern ENGINE = Pattern.compile("\\bENGINE\\s*=\\s*(\\w*MergeTree)\\b(\\()?");
    private static final Pattern TARGET = Pattern.compile("\\bINSERT INTO " + REFERENCE.pattern());
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+:[^{}]+}");
    private static final String COMMENT = "\nCOMMENT ";

    /** A statement that reads or writes rows, behind comments: it is done once, not by each server. */
    private static final Pattern OF_ROWS =
            Pattern.compile("\\A(?:\\s*--[^\n]*\n)*\\s*(?:INSERT|SELECT)\\b", Pattern.CASE_INSENSITIVE);

    /** In Keeper, and the name of a replica, of a table that is whole everywhere: each server is one. */
    private static final String WHOLE = "('/clickhouse/tables/{uuid}/all', '{shard}-{replica}'";

    /** Facts of a shop meet on one shard, so that FINAL and joins by shop stay there. */
    private static final String SHARDING_KEY = "cityHash64(shop_id)";

    /**
     * Refuses what is no name.
     *
     * @throws UserError when it is none
     */
    public ClusterForm {
        if (!NAME.matcher(cluster).matches()) {
            throw new UserError("\"" + cluster
                    + "\" is no name of a cluster; system.clusters tells those of a server, {cluster} is its macro.");
        }
    }

    @Override
    public void require(String engine) {
        if (!engine.isEmpty() && !engine.equals(DATABASE_ENGINE)) {
            throw new UserError("The database deskpulse is of one server (" + engine
                    + "), and its tables cannot become those of a cluster. Migrate a cluster that has none, and let the jobs"
                    + " read the topics again; docs/cluster.md tells how to take the rows along.");
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                // A server that is away does what it missed when it is back.
                "distributed_ddl_output_mode", "throw_only_active",
                // Tables that are whole everywhere say so by their place in Keeper.
                "database_replicated_allow_replicated_engine_arguments", "3",
                "distributed_foreground_insert", "1");
    }

    @Override
    public String databasesThere() {
        String all = "clusterAllReplicas(" + ClickHouseHttp.literal(cluster) + ", system.";
        return "SELECT count() = 2 * (SELECT count() FROM " + all + "one)) AS there FROM " + all
                + "databases) WHERE name IN ('" + ClickHouseAccess.DATABASE + "', '" + SHARD_DATABASE
                + "') SETTINGS skip_unavailable_shards = 1";
    }

    @Override
    public List<String> databases() {
        return List.of(
                database(ClickHouseAccess.DATABASE, "'all', '{shard}-{replica}'"),
                database(SHARD_DATABASE, "'{shard}', '{replica}'"));
    }

    /** Definitions go to the databases, which hand them on; rows are read from all shards and written to where they belong. */
    @Override
    public String table(String statement) {
        if (!OF_ROWS.matcher(statement).find()) {
            Matcher created = CREATION.matcher(statement);
            boolean isWhole = created.find() && !placement.isOnShards(created.group(1));
            return ENGINE.matcher(onShards(statement))
                    .replaceAll(engine -> Matcher.quoteReplacement(
                            "ENGINE = Replicated" + engine.group(1) + arguments(isWhole, engine.group(2) != null)));
        }
        String filled =
                replaced(TARGET, statement, table -> "INSERT INTO FUNCTION " + rows(table, ", " + SHARDING_KEY));
        return replaced(REFERENCE, filled, table -> rows(table, ""));
    }

    @Override
    public List<String> tablesDone(Set<String> tables) {
        return tables.stream()
                .filter(placement::isTableOnShards)
                .sorted()
                .map(table -> distributed(
                        table, ClickHouseHttp.literal("Rows of all shards: " + SHARD_DATABASE + "." + table + ".")))
                .toList();
    }

    @Override
    public List<String> view(String name, String statement) {
        if (!placement.isOnShards(name)) {
            return List.of(statement);
        }
        boolean asked =
                placement.isGathered(name) || PARAMETER.matcher(statement).find();
        String comment = statement.substring(statement.lastIndexOf(COMMENT) + COMMENT.length());
        return List.of(onShards(statement), asked ? statement : distributed(name, comment));
    }

    /** As a table, since it may be a {@code Distributed} one. */
    @Override
    public List<String> dropView(String name) {
        return List.of(
                "DROP TABLE IF EXISTS " + ClickHouseAccess.DATABASE + "." + name,
                "DROP TABLE IF EXISTS " + SHARD_DATABASE + "." + name);
    }

    /** What follows the name of an engine: of a table on shards as much as before, of another its place first. */
    private static String arguments(boolean isWhole, boolean hasOthers) {
        if (!isWhole) {
            return hasOthers ? "(" : "";
        }
        return WHOLE + (hasOthers ? ", " : ")");
    }

    private String database(String name, String place) {
        return "CREATE DATABASE IF NOT EXISTS " + name + " ON CLUSTER " + ClickHouseHttp.literal(cluster) + " ENGINE = "
                + DATABASE_ENGINE + "('/clickhouse/databases/" + name + "', " + place + ")";
    }

    private String distributed(String name, String comment) {
        return "CREATE OR REPLACE TABLE " + ClickHouseAccess.DATABASE + "." + name + " AS " + SHARD_DATABASE + "."
                + name
                + " ENGINE = Distributed(" + ClickHouseHttp.literal(cluster) + ", " + SHARD_DATABASE + ", " + name
                + ", "
                + SHARDING_KEY + ") COMMENT " + comment;
    }

    private String rows(String table, String key) {
        return "cluster(" + ClickHouseHttp.literal(cluster) + ", " + SHARD_DATABASE + ", " + table + key + ")";
    }

    private String onShards(String sql) {
        return replaced(REFERENCE, sql, name -> SHARD_DATABASE + "." + name);
    }

    /** With other text where something is named that lies on shards. */
    private String replaced(Pattern pattern, String sql, UnaryOperator<String> text) {
        return pattern.matcher(sql)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(
                        placement.isOnShards(found.group(1)) ? text.apply(found.group(1)) : found.group()));
    }
}
