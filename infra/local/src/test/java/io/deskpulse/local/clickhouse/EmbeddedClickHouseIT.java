package io.deskpulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClickHouseIT {
    private static final DeskpulseHome HOME = DeskpulseHome.of(System.getenv());

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedClickHouse.start(ClickHouseOptions.in(HOME, directory.resolve("shared")), Progress.silent());
        ClickHouseHttp admin = new ClickHouseHttp(server.admin());
        admin.query("CREATE DATABASE deskpulse");
        admin.query("CREATE TABLE deskpulse.facts (id UInt32, name String) ENGINE = MergeTree ORDER BY id");
        admin.query("CREATE VIEW deskpulse.names AS SELECT name FROM deskpulse.facts");
        admin.query("CREATE DATABASE other");
        admin.query("CREATE TABLE other.secrets (id UInt32) ENGINE = MergeTree ORDER BY id");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void answersJdbcWithTheWritersPassword() throws SQLException {
        ClickHouseAccess writer = server.writer();

        try (Connection connection = DriverManager.getConnection(writer.jdbcUrl(), writer.user(), writer.password());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO facts VALUES (1, '在吗')");
            try (ResultSet rows = statement.executeQuery("SELECT name FROM facts WHERE id = 1")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("在吗");
            }
        }
    }

    @Test
    void writerNeverBuffersInserts() throws IOException {
        assertThat(new ClickHouseHttp(server.writer()).query("SELECT getSetting('async_insert')"))
                .isEqualTo("false");
    }

    @Test
    void refusesWrongPasswordsAndTheUserWithoutOne() {
        ClickHouseAccess guess =
                new ClickHouseAccess(server.reader().url(), server.reader().user(), "guess");
        ClickHouseAccess bootstrap = new ClickHouseAccess(server.reader().url(), "default", "");

        assertDenied(guess, "SELECT 1", "Authentication failed");
        assertDenied(bootstrap, "SELECT sum(number) FROM numbers(2)", "QUOTA_EXCEEDED");
        assertDenied(bootstrap, "SYSTEM STOP LISTEN HTTP", "QUOTA_EXCEEDED");
        assertThat(new ClickHouseHttp(bootstrap).isUp()).isTrue();
    }

    @Test
    void readerReadsTablesAndViewsOfTheProduct() throws IOException {
        ClickHouseHttp reader = new ClickHouseHttp(server.reader());

        assertThat(reader.query("SELECT count() >= 0 FROM deskpulse.facts")).isEqualTo("1");
        assertThat(reader.query("SELECT count() >= 0 FROM deskpulse.names SETTINGS max_threads = 1"))
                .isEqualTo("1");
        assertThat(reader.query("SHOW TABLES FROM deskpulse")).isEqualTo("facts\nnames");
    }

    @Test
    void readerMayNotChangeAnything() {
        for (String sql : new String[] {
            "INSERT INTO deskpulse.facts VALUES (9, 'x')",
            "CREATE TABLE deskpulse.mine (id UInt32) ENGINE = MergeTree ORDER BY id",
            "DROP TABLE deskpulse.facts",
            "ALTER TABLE deskpulse.facts DELETE WHERE 1",
            "TRUNCATE TABLE deskpulse.facts",
            "OPTIMIZE TABLE deskpulse.facts",
            "SYSTEM STOP MERGES deskpulse.facts",
            "CREATE USER intruder"
        }) {
            assertDenied(server.reader(), sql, "(ACCESS_DENIED)|(READONLY)");
        }
    }

    @Test
    void readerSeesNoOtherDatabaseNoFilesNoNetworkAndNoOtherUsers() {
        for (String sql : new String[] {
            "SELECT * FROM other.secrets",
            "SELECT * FROM system.processes",
            "SELECT * FROM system.users",
            "SELECT * FROM file('users.xml', 'RawBLOB')",
            "SELECT * FROM url('http://127.0.0.1:1/', 'RawBLOB')",
            "SELECT * FROM remote('127.0.0.1', 'other.secrets')"
        }) {
            assertDenied(server.reader(), sql, "(ACCESS_DENIED)|(READONLY)");
        }
    }

    @Test
    void readerMayNotLiftItsLimits() {
        assertDenied(server.reader(), "SELECT 1 SETTINGS max_execution_time = 0", "SETTING_CONSTRAINT_VIOLATION");
        assertDenied(server.reader(), "SELECT 1 SETTINGS max_memory_usage = 0", "SETTING_CONSTRAINT_VIOLATION");
        assertDenied(server.reader(), "SELECT 1 SETTINGS readonly = 0", "(READONLY)|(SETTING_CONSTRAINT_VIOLATION)");
    }

    @Test
    void writerMayNotChangeTheSchema() {
        assertDenied(server.writer(), "DROP TABLE deskpulse.facts", "ACCESS_DENIED");
    }

    @Test
    void keepsAcknowledgedInsertsPortsAndPasswordsThroughKillMinusNine() throws IOException {
        ClickHouseOptions options = ClickHouseOptions.in(HOME, directory.resolve("killed"));
        try (EmbeddedClickHouse killed = EmbeddedClickHouse.start(options, Progress.silent())) {
            ClickHouseAccess before = killed.reader();
            ClickHouseHttp admin = new ClickHouseHttp(killed.admin());
            admin.query("CREATE DATABASE deskpulse");
            admin.query("CREATE TABLE deskpulse.t (id UInt64) ENGINE = MergeTree ORDER BY id");
            new ClickHouseHttp(killed.writer()).query("INSERT INTO deskpulse.t SELECT number FROM numbers(100000)");

            killed.kill();
            assertThat(killed.isAlive()).isFalse();
            killed.restart();

            assertThat(new ClickHouseHttp(killed.reader()).query("SELECT sum(id) FROM deskpulse.t"))
                    .isEqualTo("4999950000");
            assertThat(killed.reader()).isEqualTo(before);
        }
    }

    @Test
    void leavesNoReportOfACrashAndNoSocketWhenItStops() throws IOException {
        Path stopped = directory.resolve("stopped");
        long pid;
        try (EmbeddedClickHouse stopping =
                EmbeddedClickHouse.start(ClickHouseOptions.in(HOME, stopped), Progress.silent())) {
            new ClickHouseHttp(stopping.admin()).query("SELECT sum(number) FROM numbers(1000000)");
            pid = stopping.pid();
        }

        assertThat(stopped)
                .isDirectoryContaining("glob:**/process.log")
                .isDirectoryNotContaining("glob:**/hs_err_pid*");
        assertThat(Path.of("/tmp", ".java_pid" + pid)).doesNotExist();
    }

    @Test
    void logsWhatWentWrongAndNotEachQuery() throws IOException {
        ClickHouseHttp admin = new ClickHouseHttp(server.admin());
        admin.query("SELECT sum(number) FROM numbers(1000000)");
        assertThatThrownBy(() -> admin.query("SELECT no_such_column FROM deskpulse.facts"))
                .isInstanceOf(ClickHouseHttp.QueryFailed.class);

        // The server writes its log beside its work.
        Path log = directory.resolve("shared").resolve("server.log");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(log).content().contains("no_such_column", "<Error>"));
        assertThat(log).content().doesNotContain("<Information>", "<Debug>", "<Trace>");
    }

    @Test
    void saysWhichPortIsTaken() {
        ClickHouseOptions options =
                ClickHouseOptions.in(HOME, directory.resolve("taken")).withHttpPort(server.httpPort());

        assertThatThrownBy(() -> EmbeddedClickHouse.start(options, Progress.silent()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Port " + server.httpPort() + " is taken")
                .hasMessageContaining("--clickhouse-http-port");
    }

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentOfClickHouse.class.getName(),
                        directory.resolve("orphan").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader words =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        ProcessHandle child = ProcessHandle.of(Long.parseLong(words.readLine())).orElseThrow();

        parent.destroyForcibly();

        child.onExit().get(20, TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
    }

    private static void assertDenied(ClickHouseAccess access, String sql, String reason) {
        assertThatThrownBy(() -> new ClickHouseHttp(access).query(sql), sql)
                .isInstanceOf(ClickHouseHttp.QueryFailed.class)
                .hasMessageFindingMatch(reason);
    }
}
