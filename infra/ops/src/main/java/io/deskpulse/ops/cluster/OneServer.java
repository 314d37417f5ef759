package io.deskpulse.ops.cluster;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One server, which is sent the statements as they stand. */
public final class OneServer implements SchemaForm {
    @Override
    public void require(String engine) {
        if (engine.equals(ClusterForm.DATABASE_ENGINE)) {
            throw new UserError("The database deskpulse is that of a cluster: say which with --cluster.");
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public String databasesThere() {
        return "SELECT count() AS there FROM system.databases WHERE name = '" + ClickHouseAccess.DATABASE + "'";
    }

    @Override
    public List<String> databases() {
        return List.of("CREATE DATABASE IF NOT EXISTS " + ClickHouseAccess.DATABASE);
    }

    @Override
    public String table(String statement) {
        return statement;
    }

    @Override
    public List<String> tablesDone(Set<String> tables) {
        return List.of();
    }

    @Override
    public List<String> view(String name, String statement) {
        return List.of(statement);
    }

    @Override
    public List<String> dropView(String name) {
        return List.of("DROP VIEW IF EXISTS " + ClickHouseAccess.DATABASE + "." + name);
    }
}
