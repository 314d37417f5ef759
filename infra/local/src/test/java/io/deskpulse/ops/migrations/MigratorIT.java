package io.deskpulse.ops.migrations;

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
import io.deskpulse.ops.rules.RuleSeed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
    private static final Migration BROKEN = new Migration(
            2,
            "broken",
            "CREATE TABLE IF NOT EXISTS deskpulse.u (id UInt32) ENGINE = MergeTree ORDER BY id;\nNONSENSE");
    private static final View FIRST = view("v1", "SELECT id, 'a;b' AS text FROM deskpulse.t");
    private static final View SECOND = view("v2", "SELECT text FROM deskpulse.v1");
    private static final View BESIDE = view("v3", "SELECT id FROM deskpulse.t WHERE id > {least:UInt32}");

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
    void appliesTablesThenViewsInTheirOrderAndRemembersThem() throws IOException {
        MigrationPlan applied = migrate(List.of(TABLE), SECOND, FIRST);

        assertThat(applied.tables()).containsExactly(TABLE);
        assertThat(applied.views()).containsExactly(FIRST, SECOND);
        assertThat(steps)
                .containsExactly(
                        "Migrating: tables/V001__table.sql", "Migrating: views/v1.sql", "Migrating: views/v2.sql");
        assertThat(query("SHOW TABLES FROM deskpulse")).isEqualTo("schema_migrations\nschema_objects\nt\nv1\nv2");
        assertThat(query("SELECT version, name, checksum FROM deskpulse.schema_migrations FINAL"))
                .isEqualTo("1\ttable\t" + TABLE.checksum());
        assertThat(query("SELECT kind, name FROM deskpulse.schema_objects FINAL ORDER BY name"))
                .isEqualTo("VIEW\tv1\nVIEW\tv2");
        assertThat(query("SELECT comment FROM system.tables WHERE database = 'deskpulse' AND name = 'v1'"))
                .isEqualTo("It\\'s v1.");
    }

    @Test
    void asksTwiceAndChangesNothingTheSecondTime() throws IOException {
        migrate(List.of(TABLE), FIRST, SECOND);
        steps.clear();
        long before = queries();

        assertThat(migrate(List.of(TABLE), FIRST, SECOND).isEmpty()).isTrue();

        assertThat(queries() - before)
                .as("two of the migrator and one of the count")
                .isEqualTo(3);
        assertThat(steps).isEmpty();
    }

    @Test
    void replacesAViewThatChangedAndThoseOverIt() throws IOException {
        migrate(List.of(TABLE), FIRST, SECOND, BESIDE);
        View changed = view("v1", "SELECT id, 'c' AS text FROM deskpulse.t");
        query("INSERT INTO deskpulse.t VALUES (1)");

        assertThat(migrate(List.of(TABLE), changed, SECOND, BESIDE).views()).containsExactly(changed, SECOND);

        assertThat(query("SELECT text FROM deskpulse.v2")).isEqualTo("c");
        assertThat(query("SELECT id FROM deskpulse.v3(least = 0)")).isEqualTo("1");
    }

    @Test
    void viewsTakeTheTypesOfAnAlteredTable() throws IOException {
        Migration wider = new Migration(2, "wider", "ALTER TABLE deskpulse.t MODIFY COLUMN note String;");
        Migration noted = new Migration(
                1, "table", TABLE.sql().replace("(id UInt32)", "(id UInt32, note LowCardinality(String))"));
        View notes = view("v1", "SELECT note FROM deskpulse.t");
        migrate(List.of(noted), notes);

        assertThat(migrate(List.of(noted, wider), notes).views()).containsExactly(notes);

        assertThat(query("SELECT type FROM system.columns WHERE database = 'deskpulse' AND table = 'v1'"))
                .isEqualTo("String");
    }

    @Test
    void dropsAViewThatLeftAndNobodyElses() throws IOException {
        migrate(List.of(TABLE), FIRST, SECOND);
        query("CREATE VIEW deskpulse.theirs AS SELECT 1");

        assertThat(migrate(List.of(TABLE), FIRST).leftViews()).containsExactly("v2");
        assertThat(query("SHOW TABLES FROM deskpulse NOT LIKE 'schema_%'")).isEqualTo("t\ntheirs\nv1");

        query("CREATE VIEW deskpulse.v2 AS SELECT 1");
        assertThat(migrate(List.of(TABLE), FIRST).isEmpty()).isTrue();
    }

    @Test
    void aTableTakesTheNameOfAViewThatLeft() throws IOException {
        Migration taking = new Migration(2, "taking", TABLE.sql().replace("deskpulse.t ", "deskpulse.v1 "));
        View over = view("v2", "SELECT id FROM deskpulse.v1");
        migrate(List.of(TABLE), FIRST, SECOND);

        migrate(List.of(TABLE, taking), over);
        query("INSERT INTO deskpulse.v1 VALUES (7)");

        assertThat(query("SELECT id FROM deskpulse.v2")).isEqualTo("7");
        assertThat(migrate(List.of(TABLE, taking), over).isEmpty()).isTrue();
        assertThat(steps).contains("Migrating: view v1 is dropped");
    }

    @Test
    void aTableInTheWayOfAViewKeepsItsRows() throws IOException {
        migrate(List.of(TABLE));
        query("CREATE TABLE deskpulse.v1 (id UInt32) ENGINE = MergeTree ORDER BY id");

        assertThatThrownBy(() -> migrate(List.of(TABLE), FIRST))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is a table deskpulse.v1 (MergeTree)");
        assertThat(query("EXISTS TABLE deskpulse.v1")).isEqualTo("1");
    }

    @Test
    void makesAViewThatSomebodyDropped() throws IOException {
        migrate(List.of(TABLE), FIRST, SECOND);
        query("DROP VIEW deskpulse.v1");

        assertThat(migrate(List.of(TABLE), FIRST, SECOND).views()).containsExactly(FIRST);
    }

    @Test
    void continuesAfterAnInterruptionInMidFile() throws IOException {
        Migration repaired = new Migration(2, "broken", BROKEN.sql().replace("NONSENSE", "SELECT 1"));

        assertThatThrownBy(() -> migrate(List.of(TABLE, BROKEN), FIRST))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Statement 2 of tables/V002__broken.sql failed");
        assertThat(query("SELECT max(version) FROM deskpulse.schema_migrations"))
                .isEqualTo("1");

        assertThat(migrate(List.of(TABLE, repaired), FIRST).tables()).containsExactly(repaired);
    }

    @Test
    void namesTheFileOfABrokenView() {
        assertThatThrownBy(() -> migrate(List.of(TABLE), FIRST, view("v2", "SELECT nothing FROM deskpulse.v1")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("views/v2.sql failed");
        assertThat(migrate(List.of(TABLE), FIRST, SECOND).views()).containsExactly(FIRST, SECOND);
    }

    @Test
    void refusesAChangedMigrationBeforeItTouchesAnything() throws IOException {
        migrate(List.of(TABLE));
        Migration changed = new Migration(1, "table", TABLE.sql() + "-- changed\n");

        assertThatThrownBy(() -> migrate(List.of(changed), FIRST))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("V001__table.sql was changed");
        assertThat(query("SHOW TABLES FROM deskpulse NOT LIKE 'schema_%'")).isEqualTo("t");
    }

    @Test
    void addsARuleOnceAndLeavesThoseOfUsersAlone() throws IOException {
        List<RuleSeed> seeds = Schema.bundled().rules();
        List<Migration> tables = Schema.bundled().tables().stream()
                .filter(migration -> migration.sql().contains("deskpulse.metric_rules"))
                .toList();
        Schema schema = new Schema(tables, List.of(), List.of(), seeds.subList(0, 2));
        String theirs = seeds.get(0).rule().ruleId();
        new Migrator(server.admin(), new Schema(tables, List.of(), List.of(), List.of()), steps::add).migrate();
        query("INSERT INTO deskpulse.metric_rules (rule_id, version, source) VALUES ('" + theirs + "', '"
                + seeds.get(0).rule().version() + "', 'theirs')");

        assertThat(new Migrator(server.admin(), schema, steps::add).migrate().size())
                .isEqualTo("2 rules");
        assertThat(query("SELECT countIf(source = 'theirs'), count() FROM deskpulse.metric_rules FINAL"))
                .isEqualTo("1\t2");

        query("DELETE FROM deskpulse.metric_rules WHERE source != 'theirs'");
        assertThat(new Migrator(server.admin(), schema, steps::add).migrate().isEmpty())
                .isTrue();
    }

    @Test
    void readersAlwaysFindAViewThatIsBeingReplaced() throws IOException {
        migrate(List.of(TABLE), FIRST, SECOND);
        ClickHouseHttp reader = new ClickHouseHttp(server.reader());
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> {
            int answers = 0;
            while (!done.get()) {
                assertThat(ask(reader, "SELECT count() FROM deskpulse.v2")).isEqualTo("0");
                answers++;
            }
            return answers;
        });

        for (int round = 0; round < 40; round++) {
            migrate(List.of(TABLE), view("v1", "SELECT id, '" + round + "' AS text FROM deskpulse.t"), SECOND);
        }
        done.set(true);

        assertThat(reading.join()).isPositive();
    }

    @Test
    void severalMayMigrateAtTheSameTime() throws IOException {
        Schema schema = Schema.bundled();
        List<CompletableFuture<MigrationPlan>> all = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> new Migrator(server.admin(), schema, Progress.silent()).migrate()))
                .limit(3)
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one.join()).isNotNull());

        assertThat(Migrator.bundled(server.admin(), steps::add).migrate().isEmpty())
                .isTrue();
        assertThat(query("SELECT count() FROM deskpulse.metric_rules FINAL"))
                .isEqualTo(String.valueOf(schema.rules().size()));
        assertThat(query("SELECT count() FROM system.tables WHERE database = 'deskpulse' AND engine = 'View'"))
                .isEqualTo(String.valueOf(schema.views().size()));
    }

    @Test
    void saysThatTheServerIsNotReached() {
        ClickHouseAccess nobody =
                ClickHouseAccess.parse("http://127.0.0.1:" + FreePorts.find(1).get(0), "u", "secret");

        assertThatThrownBy(() -> Migrator.bundled(nobody, steps::add).migrate())
                .isInstanceOf(UserError.class)
                .hasMessageContaining(nobody.url().toString())
                .hasMessageNotContaining("secret");
    }

    private MigrationPlan migrate(List<Migration> tables, View... views) {
        Schema schema = new Schema(tables, List.of(), List.of(views), List.of());
        return new Migrator(server.admin(), schema, steps::add).migrate();
    }

    private static View view(String name, String select) {
        return View.ofFile(
                name + ".sql", "--| It's " + name + ".\nCREATE OR REPLACE VIEW deskpulse." + name + " AS\n" + select);
    }

    private static long queries() throws IOException {
        return Long.parseLong(query("SELECT value FROM system.events WHERE event = 'Query'"));
    }

    private static String query(String sql) throws IOException {
        return new ClickHouseHttp(server.admin()).query(sql);
    }

    private static String ask(ClickHouseHttp clickHouse, String sql) {
        try {
            return clickHouse.query(sql);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
