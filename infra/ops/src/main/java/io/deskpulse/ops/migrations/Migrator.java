package io.deskpulse.ops.migrations;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a ClickHouse database to the schema of this build.
 *
 * <p>What was applied is remembered in {@code deskpulse.schema_migrations}, after the last statement of each file. An interruption in
 * mid-file therefore repeats that file: statements are {@code IF NOT EXISTS} or {@code OR REPLACE} by convention.
 */
public final class Migrator {
    private static final String DATABASE = ClickHouseAccess.DATABASE;
    private static final String HISTORY = DATABASE + ".schema_migrations";
    private static final String CREATE_HISTORY = "CREATE TABLE IF NOT EXISTS " + HISTORY
            + " (version UInt32 COMMENT 'number of the migration',"
            + " name String COMMENT 'name of its file without number',"
            + " checksum String COMMENT 'SHA-256 of its text with line feeds, hexadecimal',"
            + " applied_at DateTime64(3, 'UTC') COMMENT 'when its last statement had run')"
            + " ENGINE = ReplacingMergeTree(applied_at) ORDER BY version"
            + " COMMENT 'Which migrations were applied, one row each; read with FINAL.'";

    private final ClickHouseAccess access;
    private final List<Migration> migrations;
    private final Progress progress;

    /**
     * A migrator with an own set of migrations.
     *
     * @param access a user that may create the database and everything in it
     * @param migrations in the order of their numbers
     */
    public Migrator(ClickHouseAccess access, List<Migration> migrations, Progress progress) {
        this.access = access;
        this.migrations = List.copyOf(migrations);
        this.progress = progress;
    }

    /** With the migrations of this build. */
    public static Migrator bundled(ClickHouseAccess access, Progress progress) {
        return new Migrator(access, MigrationFiles.bundled(), progress);
    }

    /**
     * Applies what is missing, in order.
     *
     * @return the migrations applied now, none when the schema was up to date
     * @throws UserError when the server is not reached, a statement fails, or the history is not the beginning of the migrations
     */
    public List<Migration> migrate() {
        createHistory();
        try (Connection connection = connect(DATABASE)) {
            List<Migration> pending = MigrationPlan.pending(migrations, applied(connection));
            for (Migration migration : pending) {
                progress.step("Migrating: " + migration.fileName());
                apply(migration, connection);
            }
            return pending;
        } catch (SQLException e) {
            throw failed("Cannot read the migration history", e);
        }
    }

    private void createHistory() {
        new ClickHouseHttp(access).requireUp();
        try (Connection connection = connect("default");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + DATABASE);
            statement.execute(CREATE_HISTORY);
        } catch (SQLException e) {
            throw failed("Cannot prepare the database", e);
        }
    }

    private static Map<Integer, String> applied(Connection connection) throws SQLException {
        Map<Integer, String> checksums = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, checksum FROM " + HISTORY + " FINAL")) {
            while (rows.next()) {
                checksums.put(rows.getInt(1), rows.getString(2));
            }
        }
        return checksums;
    }

    private void apply(Migration migration, Connection connection) {
        List<String> statements = migration.statements();
        for (int i = 0; i < statements.size(); i++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(statements.get(i));
            } catch (SQLException e) {
                throw failed("Statement " + (i + 1) + " of " + migration.fileName() + " failed", e);
            }
        }
        remember(migration, connection);
    }

    private void remember(Migration migration, Connection connection) {
        String sql = "INSERT INTO " + HISTORY
                + " (version, name, checksum, applied_at) SETTINGS async_insert = 0 VALUES (?, ?, ?, now64(3))";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, migration.version());
            insert.setString(2, migration.name());
            insert.setString(3, migration.checksum());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed("Cannot remember " + migration.fileName(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(database), access.user(), access.password());
    }

    private UserError failed(String what, SQLException e) {
        return new UserError(
                what + " (" + access + "): "
                        + e.getMessage()
                                .replaceFirst("\\s*\\(queryId= ?\\)\\s*$", "")
                                .strip(),
                e);
    }
}
