package io.deskpulse.local.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.FreePorts;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.migrations.Migration;
import io.deskpulse.ops.migrations.MigrationFiles;
import io.deskpulse.ops.migrations.Migrator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorIT {
    private static final Migration TABLE = new Migration(
            1,
            "table",
            "-- What? A table.\nCREATE TABLE IF NOT EXISTS deskpulse.t (id UInt32) ENGINE = MergeTree ORDER BY id;\n");
    private static final Migration VIEWS = new Migration(
            2,
            "views",
            "CREATE OR REPLACE VIEW deskpulse.v1 AS SELECT id, 'a;b' AS text FROM t;\n"
                    + "CREATE OR REPLACE VIEW deskpulse.v2 AS SELECT text FROM v1;\n");
    private static final Migration BROKEN = new Migration(
            3,
            "broken",
            "CREATE TABLE IF NOT EXISTS deskpulse.u (id UInt32) ENGINE = MergeTree ORDER BY id;\nNONSENSE");

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;

    private final List<String> steps = new ArrayList<>();

    @BeforeAll
    static void startServer() {
        server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory), Progress.silent());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void dropEverything() throws IOException {
        query("DROP DATABASE IF EXISTS deskpulse SYNC");
    }

    @Test
    void appliesInOrderAndRemembersWhat() throws IOException {
        assertThat(migrate(TABLE, VIEWS)).containsExactly(TABLE, VIEWS);

        assertThat(steps).containsExactly("Migrating: V001__table.sql", "Migrating: V002__views.sql");
        assertThat(query("SHOW TABLES FROM deskpulse")).isEqualTo("schema_migrations\nt\nv1\nv2");
        assertThat(query("SELECT version, name, checksum FROM deskpulse.schema_migrations FINAL ORDER BY version"))
                .isEqualTo("1\ttable\t" + TABLE.checksum() + "\n2\tviews\t" + VIEWS.checksum());
    }

    @Test
    void changesNothingTheSecondTime() {
        migrate(TABLE, VIEWS);

        assertThat(migrate(TABLE, VIEWS)).isEmpty();
    }

    @Test
    void continuesAfterAnInterruptionInMidFile() throws IOException {
        Migration repaired = new Migration(3, "broken", BROKEN.sql().replace("NONSENSE", "SELECT 1"));

        assertThatThrownBy(() -> migrate(TABLE, BROKEN))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Statement 2 of V003__broken.sql failed");
        assertThat(query("SELECT max(version) FROM deskpulse.schema_migrations"))
                .isEqualTo("1");

        assertThat(migrate(TABLE, repaired)).containsExactly(repaired);
    }

    @Test
    void refusesAChangedMigrationBeforeItTouchesAnything() throws IOException {
        migrate(TABLE);
        Migration changed = new Migration(1, "table", TABLE.sql() + "-- changed\n");

        assertThatThrownBy(() -> migrate(changed, VIEWS))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("V001__table.sql was changed");
        assertThat(query("SHOW TABLES FROM deskpulse")).isEqualTo("schema_migrations\nt");
    }

    @Test
    void appliesTheMigrationsOfThisBuild() {
        List<Migration> bundled = MigrationFiles.bundled();

        assertThat(Migrator.bundled(server.admin(), steps::add).migrate()).isEqualTo(bundled);
        assertThat(Migrator.bundled(server.admin(), steps::add).migrate()).isEmpty();
    }

    @Test
    void conversationDaysOlderThanTheirContactsHaveTheOpeningsOfTheirRounds() throws IOException {
        List<Migration> bundled = MigrationFiles.bundled();
        migrate(bundled.stream().filter(migration -> migration.version() < 46).toArray(Migration[]::new));
        String row = "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, buyer_messages,"
                + " `rounds.opened_at`%s) VALUES ('s1', '2026-11-11', '%s', 2, %d, ['2026-11-11 02:00:00', '2026-11-11 03:00:00']%s)";
        query(row.formatted("", "asked", 5, ""));
        query(row.formatted("", "assigned", 0, ""));

        migrate(bundled.toArray(Migration[]::new));
        query(row.formatted(", buyer_contacts_at", "newer", 1, ", ['2026-11-11 02:00:00']"));

        assertThat(query("SELECT source_id, contact_at FROM deskpulse.buyer_contacts ORDER BY ALL"))
                .isEqualTo("asked\t2026-11-11 02:00:00.000\nasked\t2026-11-11 03:00:00.000\n"
                        + "newer\t2026-11-11 02:00:00.000");
    }

    @Test
    void saysThatTheServerIsNotReached() {
        ClickHouseAccess nobody =
                ClickHouseAccess.parse("http://127.0.0.1:" + FreePorts.find(1).get(0), "u", "secret");

        assertThatThrownBy(() -> new Migrator(nobody, List.of(TABLE), steps::add).migrate())
                .isInstanceOf(UserError.class)
                .hasMessageContaining(nobody.url().toString())
                .hasMessageNotContaining("secret");
    }

    private List<Migration> migrate(Migration... migrations) {
        return new Migrator(server.admin(), List.of(migrations), steps::add).migrate();
    }

    private static String query(String sql) throws IOException {
        return new ClickHouseHttp(server.admin()).query(sql);
    }
}
