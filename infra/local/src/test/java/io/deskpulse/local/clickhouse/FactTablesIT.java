package io.deskpulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.flink.FlinkOptions;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.migrations.Migrator;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.JobCatalogue;
import io.deskpulse.streaming.sinks.ClickHouse;
import io.deskpulse.streaming.sinks.ClickHouseAddress;
import io.deskpulse.streaming.sinks.ClickHouseSink;
import io.deskpulse.streaming.sinks.FlushPolicy;
import java.io.DataInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.GatedRateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jobs' tables say, on a migrated server: their columns, columns that come later, columns that are not there, TLS. */
class FactTablesIT {
    private static final List<FactTable<?>> TABLES = JobCatalogue.JOBS.stream()
            .<FactTable<?>>flatMap(job -> job.tables().stream())
            .toList();

    private static final FactTable<FactRow<Long>> NUMBERS = FactTable.of("numbers", "id", number());
    private static final FactTable<FactRow<Long>> NEW_NUMBERS =
            FactTable.of("numbers", "id", number().uint32("added", number -> 8));
    private static final int NUMBERS_SENT = 3_000;
    private static final int NUMBERS_PER_CHECKPOINT = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;
    private static EmbeddedFlink flink;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory.resolve("clickhouse")),
                Progress.silent());
        Migrator.bundled(server.admin(), Progress.silent()).migrate();
        query("CREATE TABLE deskpulse.numbers (version UInt64, id String, number Int64, shop_id LowCardinality(String),"
                + " is_deleted UInt8, superseded UInt32, superseded_example String)"
                + " ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (shop_id, id)");
        flink = EmbeddedFlink.start(FlinkOptions.in(directory.resolve("flink")).withSlots(1));
    }

    @AfterAll
    static void stop() {
        flink.close();
        server.close();
    }

    /** But for those that the server makes of them. */
    @Test
    void everyTableHasTheColumnsOfTheServerInNameAndType() {
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(
                                table.columns().stream().map(column -> column.name() + " " + column.type()))
                        .as(table.name())
                        .containsExactlyInAnyOrderElementsOf(
                                query("SELECT name || ' ' || type FROM system.columns WHERE database = 'deskpulse'"
                                                + " AND table = '" + table.name()
                                                + "' AND default_kind != 'MATERIALIZED' FORMAT TabSeparatedRaw")
                                        .lines()
                                        .toList()));
    }

    @Test
    void aRowThatWasTakenBackIsHiddenFromTheViewsWhateverCameLast() {
        String row = "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, is_deleted)"
                + " VALUES ('taken-back', '2026-11-1%d', 'c1', %d, %d)";
        query(row.formatted(1, 2, 1));
        query(row.formatted(1, 1, 0));
        query(row.formatted(0, 2, 0));

        String days = "SELECT day FROM deskpulse.conversations WHERE shop_id = 'taken-back'";
        assertThat(query(days)).isEqualTo("2026-11-10");
        query("OPTIMIZE TABLE deskpulse.conversation_days FINAL");
        assertThat(query(days)).isEqualTo("2026-11-10");
    }

    @Test
    void tenYearsStayBelowAThousandPartitions() {
        query("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version)"
                + " SELECT 'old', toDate('2016-01-01') + number, 'c1', 1 FROM numbers(3653)"
                + " SETTINGS max_partitions_per_insert_block = 0");

        assertThat(Integer.parseInt(query("SELECT uniqExact(partition) FROM system.parts"
                        + " WHERE active AND database = 'deskpulse' AND table = 'conversation_days'")))
                .isBetween(520, 530);
    }

    @Test
    void aColumnMayComeWhileAJobWritesAndTheNextBuildFillsIt() {
        FlinkJob job = start(flink.environment(), NUMBERS, clickHouse(writer()));
        awaitRows(job, 1);
        long attempts = job.attempts();

        query("ALTER TABLE deskpulse.numbers ADD COLUMN added UInt32 DEFAULT 7");
        long before = count();
        awaitRows(job, before + 2 * NUMBERS_PER_CHECKPOINT);
        assertThat(job.attempts()).isEqualTo(attempts);
        job.cancel();

        FlinkJob next =
                start(flink.environment(flink.latestCheckpoint().orElseThrow()), NEW_NUMBERS, clickHouse(writer()));
        await().atMost(PATIENCE).until(() -> !next.checkpoint() && next.status() == JobStatus.FINISHED);

        assertThat(query("SELECT count(), sum(number), countIf(toString(number) != id OR version != number),"
                        + " countIf(added = 7) > " + before + ", countIf(added = 8) > 0, countIf(added NOT IN (7, 8)),"
                        + " maxIf(number, added = 7) < minIf(number, added = 8) FROM deskpulse.numbers FINAL"))
                .isEqualTo("3000\t4501500\t0\t1\t1\t0\t1");
    }

    @Test
    void aColumnThatTheServerLacksIsNamedWithTheCommandThatMakesIt() {
        FactTable<FactRow<Long>> ahead = FactTable.of("rejections", "detail", number());

        assertThat(failure(ahead, writer()))
                .contains("table rejections has no column version at http://127.0.0.1")
                .contains("run 'deskpulse migrate'");
        assertThat(failure(FactTable.of("nothing", "id", number()), writer()))
                .contains("there is no table nothing at http://127.0.0.1");
    }

    @Test
    void overTlsJobsWriteAndCommandsRead() throws Exception {
        try (TlsProxy proxy = new TlsProxy(directory.resolve("tls"), server.httpPort())) {
            ClickHouseAccess admin = ClickHouseAccess.parse(
                    proxy.url(), server.admin().user(), server.admin().password(), proxy.certificate());
            query("CREATE TABLE deskpulse.secured AS deskpulse.numbers");
            FactTable<FactRow<Long>> secured = FactTable.of("secured", "id", number());

            FlinkJob job = start(flink.environment(), secured, clickHouse(writer(proxy, proxy.certificate())));
            await().atMost(PATIENCE)
                    .until(
                            () -> new ClickHouseHttp(admin).query("SELECT count() > 0 FROM deskpulse.secured"),
                            "1"::equals);
            job.cancel();

            assertThat(new ClickHouseSql(admin).query("SELECT min(number) FROM secured", row -> row.getInt(1)))
                    .containsExactly(1);
            assertThat(Migrator.bundled(admin, Progress.silent()).migrate().isEmpty())
                    .isTrue();
        }
    }

    @Test
    void aCertificateOfSomebodyElseIsRefusedInOneLine() throws Exception {
        String stranger = TlsProxy.selfSigned(directory.resolve("stranger")).toString();
        try (TlsProxy proxy = new TlsProxy(directory.resolve("untrusted"), server.httpPort())) {
            assertThat(failure(NUMBERS, writer(proxy, stranger)))
                    .contains("the certificate of " + proxy.url() + " is not trusted")
                    .contains("--clickhouse.ca")
                    .doesNotContain("\n");
            for (String authority : new String[] {stranger, null}) {
                ClickHouseAccess reader = ClickHouseAccess.parse(
                        proxy.url(), server.reader().user(), server.reader().password(), authority);
                assertThatThrownBy(() -> new ClickHouseSql(reader).query("SELECT 1", row -> row.getInt(1)))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("ClickHouse at " + proxy.url() + " is not trusted")
                        .hasMessageContaining("--ca")
                        .hasMessageNotContaining("\n");
            }
        }
    }

    private static Columns<Long> number() {
        return new Columns<Long>().int64("number", Long::longValue);
    }

    private static ClickHouseAddress writer() {
        ClickHouseAccess writer = server.writer();
        return ClickHouseAddress.parse(writer.jdbcUrl(), writer.user(), writer.password(), null);
    }

    private static ClickHouseAddress writer(TlsProxy proxy, String authority) {
        return ClickHouseAddress.parse(
                proxy.url(), server.writer().user(), server.writer().password(), authority);
    }

    private static ClickHouse clickHouse(ClickHouseAddress server) {
        return new ClickHouse(server, new FlushPolicy(1, 1_000, Duration.ofMillis(100)), PATIENCE);
    }

    /** Numbers from 1, a hundred more with each checkpoint, written until there are no more. */
    private static FlinkJob start(
            StreamExecutionEnvironment environment, FactTable<FactRow<Long>> table, ClickHouse clickHouse) {
        environment.setParallelism(1);
        DataStream<FactRow<Long>> rows = environment
                .fromSource(new Numbers(), WatermarkStrategy.noWatermarks(), "Numbers")
                .uid("numbers")
                .map(number -> new FactRow<>("s1", String.valueOf(number), number, number))
                .returns(new FactRowCodec<Long>((number, out) -> out.writeLong(number), DataInput::readLong).type())
                .uid("rows");
        ClickHouseSink.write(rows, table, clickHouse, "sink");
        return flink.submit(environment, table.name());
    }

    /** Why a job cannot write, as it is shown to people. */
    private static String failure(FactTable<FactRow<Long>> table, ClickHouseAddress server) {
        FlinkJob job = start(flink.environment(), table, clickHouse(server));
        String failure = await().atMost(PATIENCE)
                .until(job::failure, Optional::isPresent)
                .orElseThrow();
        job.cancel();
        return failure;
    }

    private static void awaitRows(FlinkJob job, long rows) {
        await().atMost(PATIENCE).until(() -> job.checkpoint() && count() >= rows);
    }

    private static long count() {
        return Long.parseLong(query("SELECT count() FROM deskpulse.numbers FINAL"));
    }

    private static String query(String sql) {
        try {
            return new ClickHouseHttp(server.admin()).query(sql);
        } catch (IOException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Numbers extends NumberSequenceSource {
        Numbers() {
            super(1, NUMBERS_SENT);
        }

        @Override
        public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
            return new RateLimitedSourceReader<>(
                    super.createReader(context), new GatedRateLimiter<>(NUMBERS_PER_CHECKPOINT));
        }
    }
}
