package io.deskpulse.ops.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of the time when views and rules were numbered migrations too, made by the files of then. */
class UpgradeIT {
    private static final int LAST_RELEASED = 46;

    /** What a database looks like to whoever uses it; what the migrator remembers is its own affair. */
    private static final List<String> LOOKS = List.of(
            "SELECT name, create_table_query, comment FROM system.tables WHERE database = 'deskpulse'"
                    + " AND name NOT LIKE 'schema\\\\_%' ORDER BY name",
            "SELECT table, position, name, type, default_kind, default_expression, comment, compression_codec,"
                    + " is_in_partition_key, is_in_sorting_key FROM system.columns WHERE database = 'deskpulse'"
                    + " AND table NOT LIKE 'schema\\\\_%' ORDER BY table, position",
            "SELECT table, name, type_full, expr, granularity FROM system.data_skipping_indices"
                    + " WHERE database = 'deskpulse' ORDER BY table, name",
            "SELECT * FROM deskpulse.metric_rules FINAL ORDER BY rule_id, version",
            "SELECT * FROM deskpulse.rule_windows FINAL ORDER BY window_days");

    private static final Pattern INSERTION = Pattern.compile("INSERT INTO deskpulse\\.(\\w+) \\(([^)]*)\\)");
    private static final String ROWS = " FROM numbers(%2$d) SETTINGS max_partitions_per_insert_block = 0";
    private static final String DAY = "toDate('2016-01-01') + 60 * number";
    private static final List<String> FACTS = List.of(
            "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, channel, speaking_agents,"
                    + " `rounds.account`, buyer_contacts_at) SELECT 's1', " + DAY
                    + ", 'c' || number, %1$d, 'CHAT', ['a'],"
                    + " ['a', ''], [toDateTime64(number, 3, 'UTC')]" + ROWS,
            "INSERT INTO deskpulse.ticket_facts (shop_id, ticket_id, version, day, category) SELECT 's1', 't' || number,"
                    + " %1$d, " + DAY + ", 'RETURN'" + ROWS,
            "INSERT INTO deskpulse.contact_facts (shop_id, conversation_id, version, day, channel) SELECT 's1',"
                    + " 'c' || number, %1$d, " + DAY + ", 'PHONE'" + ROWS,
            "INSERT INTO deskpulse.order_facts (shop_id, order_id, buyer_id, version, paid_day, paid_fen, anomalies)"
                    + " SELECT 's1', 'o' || number, 'b1', %1$d, " + DAY + ", number, ['PAID_TWICE']" + ROWS,
            "INSERT INTO deskpulse.order_trouble_facts (shop_id, order_id, trouble_id, buyer_id, version, detected_day)"
                    + " SELECT 's1', 'o1', 't' || number, 'b1', %1$d, " + DAY + ROWS,
            "INSERT INTO deskpulse.buyer_days (shop_id, day, buyer_id, version, accounts) SELECT 's1', " + DAY
                    + ", 'b1', %1$d, ['a']" + ROWS,
            "INSERT INTO deskpulse.rejections (source_topic, source_offset, reason, dead_letter_offset) SELECT 'topic',"
                    + " number, 'TOO_LATE', %1$d" + ROWS);

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;
    private static List<Migration> released;
    private static List<String> fresh;

    @BeforeAll
    static void startServer() throws IOException {
        released = released();
        server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory), Progress.silent());
        migrate();
        fresh = looks();
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
    void everyReleasedFileIsThereOrOnTheListOfRetiredOnes() {
        Schema schema = Schema.bundled();

        assertThat(released)
                .hasSize(34)
                .allSatisfy(migration -> assertThat(schema.tables().contains(migration)
                                || schema.retired().stream()
                                        .anyMatch(retired -> retired.fileName().equals(migration.fileName())
                                                && retired.checksum().equals(migration.checksum())))
                        .as(migration.fileName())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 14, 30, 44, LAST_RELEASED})
    void anUpgradedDatabaseIsToTheLetterAFreshOne(int version) throws IOException {
        release(version);

        MigrationPlan applied = migrate();

        assertThat(looks()).isEqualTo(fresh);
        assertThat(applied.views()).hasSize(Schema.bundled().views().size());
        assertThat(applied.tables().stream().map(Migration::version)).allMatch(number -> number > version);
        assertThat(migrate().isEmpty()).isTrue();
    }

    @Test
    void aReleaseThatBrokeOffInTheMiddleOfAFileIsCompleted() throws IOException {
        release(29);
        query(file(30).statements().get(0));

        migrate();

        assertThat(looks()).isEqualTo(fresh);
    }

    @Test
    void whatUsersAddedAndWhatJobsWroteStays() throws IOException {
        release(LAST_RELEASED);
        query("INSERT INTO deskpulse.metric_rules (rule_id, version, source) VALUES ('their.rule', '1', 'theirs'),"
                + " ('tb.resp3m', '1', 'changed')");
        query("CREATE VIEW deskpulse.theirs AS SELECT shop_id FROM deskpulse.rounds");
        query("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, `rounds.opened_at`,"
                + " `rounds.opened_second`, `rounds.handler`, `rounds.account`, `rounds.answered_at`,"
                + " `rounds.reply_sender`, `rounds.end_reason`, `rounds.auto_replied`, `rounds.buyer_messages`)"
                + " VALUES ('s1', '2026-11-11', 'c1', 2, ['2026-11-11 02:00:00'], [36000], ['HUMAN'], ['a'], [NULL], [''],"
                + " [''], [false], [1])");

        migrate();

        assertThat(query(
                        "SELECT rule_id, source FROM deskpulse.metric_rules FINAL WHERE source IN ('theirs', 'changed')"
                                + " ORDER BY rule_id"))
                .isEqualTo("tb.resp3m\tchanged\ntheir.rule\ttheirs");
        assertThat(query("SELECT count() FROM deskpulse.metric_rules FINAL"))
                .isEqualTo(String.valueOf(Schema.bundled().rules().size() + 1));
        assertThat(query("SELECT shop_id FROM deskpulse.theirs")).isEqualTo("s1");
    }

    @Test
    void tenYearsOfFactsMoveToTablesOfAnotherForm() throws IOException {
        release(LAST_RELEASED);
        fill(FACTS);
        List<String> before = facts();

        migrate();

        assertThat(facts()).isEqualTo(before);
        assertThat(query("SELECT name, partition_key, engine_full LIKE 'ReplacingMergeTree(version, is_deleted)%'"
                        + " FROM system.tables WHERE database = 'deskpulse' AND engine != 'View'"
                        + " AND (name LIKE '%\\_facts' OR name LIKE '%\\_days') AND name != 'shared_order_facts'"
                        + " AND name NOT LIKE 'hotspot%' AND name NOT LIKE 'forecast%' ORDER BY name"))
                .isEqualTo(
                        "buyer_days\ttoMonday(day)\t1\ncomplaint_facts\t\t1\ncontact_facts\t\t1\nconversation_days\ttoMonday(day)\t1\n"
                                + "order_facts\t\t1\norder_trouble_facts\t\t1\nproduct_facts\t\t1\nticket_facts\t\t1");
        assertThat(query("SELECT count() FROM system.columns WHERE database = 'deskpulse'"
                        + " AND table IN (SELECT name FROM system.tables WHERE engine_full LIKE '%is_deleted%')"
                        + " AND type LIKE '%LowCardinality%'"))
                .isEqualTo("0");
    }

    /** A job goes on writing whatever stands where: also what it wrote in between is there in the end. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 7, 9})
    void aMoveThatBrokeOffIsCompletedWithAllThatCameMeanwhile(int statements) throws IOException {
        release(LAST_RELEASED);
        fill(FACTS.subList(0, 1));
        String written = "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version)"
                + " VALUES ('s1', '2026-11-11', 'meanwhile', 1)";
        Migration move = Schema.bundled().tables().stream()
                .filter(migration -> migration.name().equals("conversation_days_by_week"))
                .findFirst()
                .orElseThrow();
        for (Migration earlier : Schema.bundled().tables()) {
            if (earlier.version() > LAST_RELEASED && earlier.version() < move.version()) {
                queryAll(earlier.statements());
            }
        }
        queryAll(move.statements().subList(0, statements));
        query(written);
        List<String> before = facts();

        migrate();

        assertThat(facts()).isEqualTo(before);
        assertThat(before.get(0)).contains("meanwhile");
        assertThat(query("EXISTS TABLE deskpulse.conversation_days_v2")).isEqualTo("0");
    }

    @Test
    void aViewOfAReleaseThatLeftSinceIsDropped() throws IOException {
        release(LAST_RELEASED);
        Schema build = Schema.bundled();
        List<View> fewer = build.views().stream()
                .filter(view -> !view.name().equals("wait_changes"))
                .toList();

        MigrationPlan applied = new Migrator(
                        server.admin(),
                        new Schema(build.tables(), build.retired(), fewer, build.rules()),
                        Progress.silent())
                .migrate();

        assertThat(applied.leftViews()).containsExactly("wait_changes");
        assertThat(query("EXISTS VIEW deskpulse.wait_changes")).isEqualTo("0");
    }

    @Test
    void conversationDaysOlderThanTheirContactsHaveTheOpeningsOfTheirRounds() throws IOException {
        release(44);
        String row = "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, buyer_messages,"
                + " `rounds.opened_at`%s) VALUES ('s1', '2026-11-11', '%s', 2, %d, ['2026-11-11 02:00:00', '2026-11-11 03:00:00']%s)";
        query(row.formatted("", "asked", 5, ""));
        query(row.formatted("", "assigned", 0, ""));

        migrate();
        query(row.formatted(", buyer_contacts_at", "newer", 1, ", ['2026-11-11 02:00:00']"));

        assertThat(query("SELECT source_id, contact_at FROM deskpulse.buyer_contacts ORDER BY ALL"))
                .isEqualTo("asked\t2026-11-11 02:00:00.000\nasked\t2026-11-11 03:00:00.000\n"
                        + "newer\t2026-11-11 02:00:00.000");
    }

    private static void queryAll(List<String> statements) throws IOException {
        for (String statement : statements) {
            query(statement);
        }
    }

    /** Rows of ten years, some of them written twice. */
    private static void fill(List<String> inserts) throws IOException {
        for (int version = 1; version <= 2; version++) {
            for (String insert : inserts) {
                query(insert.formatted(version, version == 1 ? 61 : 10));
            }
        }
    }

    private static List<String> facts() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String insert : FACTS) {
            Matcher insertion = INSERTION.matcher(insert);
            assertThat(insertion.find()).isTrue();
            rows.add(query(
                    "SELECT " + insertion.group(2) + " FROM deskpulse." + insertion.group(1) + " FINAL ORDER BY ALL"));
        }
        return rows;
    }

    private static MigrationPlan migrate() {
        return Migrator.bundled(server.admin(), Progress.silent()).migrate();
    }

    /** Does what the migrator of then did, up to a version. */
    private static void release(int version) throws IOException {
        query("CREATE DATABASE deskpulse");
        query("CREATE TABLE deskpulse.schema_migrations (version UInt32, name String, checksum String,"
                + " applied_at DateTime64(3, 'UTC')) ENGINE = ReplacingMergeTree(applied_at) ORDER BY version");
        for (Migration migration : released) {
            if (migration.version() <= version) {
                for (String statement : migration.statements()) {
                    query(statement);
                }
                query("INSERT INTO deskpulse.schema_migrations VALUES (" + migration.version() + ", '"
                        + migration.name() + "', '" + migration.checksum() + "', now64(3))");
            }
        }
    }

    private static Migration file(int version) {
        return released.stream()
                .filter(migration -> migration.version() == version)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> looks() throws IOException {
        List<String> answers = new ArrayList<>();
        for (String question : LOOKS) {
            answers.add(query(question));
        }
        return answers;
    }

    private static List<Migration> released() throws IOException {
        List<Migration> migrations = new ArrayList<>();
        try (InputStream file = UpgradeIT.class.getResourceAsStream("/migrations/released.zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String sql = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                migrations.add(Migration.ofFile(entry.getName(), sql));
            }
        }
        migrations.sort(Comparator.comparingInt(Migration::version));
        return migrations;
    }

    private static String query(String sql) throws IOException {
        return new ClickHouseHttp(server.admin()).query(sql);
    }
}
