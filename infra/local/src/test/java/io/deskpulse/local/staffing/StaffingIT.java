package io.deskpulse.local.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskpulse.local.batch.BatchRun;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.flink.FlinkOptions;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.migrations.Migrator;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.RawRequest;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forecasts of shops on a real ClickHouse: from facts to rows, twice, through crashes, and out again over HTTP. */
class StaffingIT {
    private static final DeskpulseJob JOB = JobCatalogue.job("staffing").orElseThrow();
    private static final String MADE_AT = "2026-11-10T00:00:00+08:00";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ROWS =
            "SELECT count(), groupBitXor(sipHash64(*)) FROM deskpulse.forecast_slots FINAL WHERE made_at = '%s'";

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
        for (int shop = 1; shop <= 4; shop++) {
            query(contacts("s" + shop, "2026-09-28", 43, shop));
        }
        query(contacts("young", "2026-11-06", 4, 2));
        flink = EmbeddedFlink.start(FlinkOptions.in(directory.resolve("flink")).withSlots(2));
    }

    @AfterAll
    static void stop() {
        flink.close();
        server.close();
    }

    @Test
    void aRunForecastsEveryShopAndItsRepetitionWritesTheSameRows() {
        run(MADE_AT);
        String first = query(ROWS.formatted("2026-11-09 16:00:00"));
        run(MADE_AT);

        assertThat(query(ROWS.formatted("2026-11-09 16:00:00")))
                .isEqualTo(first)
                .startsWith("3360\t");
        assertThat(query("SELECT max(abs(mean - factor_level * factor_weekday * factor_calendar * factor_events"
                        + " * factor_others * factor_intraday * factor_share)) < 1e-9, min(p025 <= p10 AND p10 <= p25"
                        + " AND p25 <= p50 AND p50 <= p75 AND p75 <= p90 AND p90 <= p95 AND p95 <= p975),"
                        + " min(agents_p50 <= agents_p75), max(lead_days), uniqExact(day) FROM deskpulse.forecasts"
                        + " WHERE made_at = '2026-11-09 16:00:00'"))
                .isEqualTo("1\t1\t1\t14\t14");
        // 4 shops have contacts at 09:00 to 21:00, each as many as its number; nobody comes at night. To s1 others add
        // some.
        assertThat(query(
                        "SELECT shop_id, round(avgIf(mean, toHour(interval_start, 'Asia/Shanghai') BETWEEN 10 AND 20)),"
                                + " avgIf(mean, toHour(interval_start, 'Asia/Shanghai') < 8) < 0.2, any(young), any(model)"
                                + " FROM deskpulse.forecasts WHERE made_at = '2026-11-09 16:00:00' AND shop_id != 's1'"
                                + " GROUP BY shop_id ORDER BY shop_id"))
                .isEqualTo("""
                        s2\t4\t1\tfalse\tBLEND
                        s3\t6\t1\tfalse\tBLEND
                        s4\t8\t1\tfalse\tBLEND
                        young\t4\t1\ttrue\tPOOLED""");
        assertThat(query("SELECT count(), min(lead_days), max(lead_days) FROM deskpulse.forecast_days"
                        + " WHERE made_at = '2026-11-09 16:00:00'"))
                .isEqualTo("70\t1\t14");
    }

    @Test
    void whatComesLaterChangesNothing() {
        run("2026-11-05T00:00:00+08:00");
        String before = query(ROWS.formatted("2026-11-04 16:00:00"));
        query(contacts("s1", "2026-11-05", 3, 40));
        query("INSERT INTO deskpulse.forecast_event_log (event_id, version, shop_id, name, kind, peak, phases.phase,"
                + " phases.from_day, phases.to_day, phases.decay_days, changed_at) VALUES ('late', 1, 's1', 'late', 'big',"
                + " '2026-11-07', ['peak'], [0], [0], [0], '2026-11-06 00:00:00')");
        query("INSERT INTO deskpulse.forecast_tag_log (shop_id, tag_id, version, tag, from_day, to_day, made_at)"
                + " VALUES ('s1', 't1', 1, 'OUTAGE', '2026-10-10', '2026-10-20', '2026-11-06 00:00:00')");
        query(
                "INSERT INTO deskpulse.forecast_override_log (shop_id, override_id, version, channel, from_at, to_at, kind,"
                        + " amount, made_at) VALUES ('s1', 'o1', 1, 'CHAT', '2026-11-06 00:00:00', '2026-11-07 00:00:00', 'FACTOR',"
                        + " 9, '2026-11-06 00:00:00')");
        run("2026-11-05T00:00:00+08:00");

        assertThat(query(ROWS.formatted("2026-11-04 16:00:00"))).isEqualTo(before);
    }

    @Test
    void aRunThatIsKilledInTheMiddleWritesTheSameRowsWhenItIsRunAgain() {
        run("2026-11-09T00:00:00+08:00");
        String whole = query(ROWS.formatted("2026-11-08 16:00:00"));
        query("TRUNCATE TABLE deskpulse.forecast_slots");

        FlinkJob job = submit("2026-11-09T00:00:00+08:00");
        await().atMost(PATIENCE).until(() -> job.status() == JobStatus.RUNNING);
        flink.crashTaskManager();
        job.awaitEnd();
        assertThat(query(ROWS.formatted("2026-11-08 16:00:00"))).isEqualTo(whole);

        FlinkJob cancelled = submit("2026-11-09T00:00:00+08:00");
        await().atMost(PATIENCE).until(() -> cancelled.status() == JobStatus.RUNNING);
        cancelled.cancel();
        run("2026-11-09T00:00:00+08:00");
        assertThat(query(ROWS.formatted("2026-11-08 16:00:00"))).isEqualTo(whole);
    }

    @Test
    void withinTheDayItsRestIsMadeAnewFromWhatHasCome() {
        query(contacts("s4", "2026-11-10", 1, 12));
        run("2026-11-10T14:00:00+08:00", "--staffing.intraday", "true");

        assertThat(query("SELECT count(), min(interval_start) = '2026-11-10 06:00:00', max(lead_days),"
                        + " max(factor_intraday) > 1.05 FROM deskpulse.forecasts WHERE shop_id = 's4'"
                        + " AND made_at = '2026-11-10 06:00:00'"))
                .isEqualTo("20\t1\t0\t1");
    }

    @Test
    void plannersPullTextOverHttpAndAreAnsweredInWords() throws Exception {
        run("2026-11-08T00:00:00+08:00");

        List<String> lines =
                get("/forecast?shop=s1&channel=CHAT&made_at=2026-11-08T00:00:00Z&from=2026-11-08&to=2026-11-09")
                        .lines()
                        .toList();
        assertThat(lines).hasSize(97);
        assertThat(lines.get(0))
                .isEqualTo(
                        "shop,channel,interval_start,interval_min,made_at,mean,p025,p10,p25,p50,p75,p90,p95,p975,aht_s,"
                                + "load_erl,concurrency,agents_p50,agents_p75,agents_gross,occupancy,service_level,sl_definition,"
                                + "event_id,model,override");
        assertThat(lines.get(1)).startsWith("s1,CHAT,2026-11-08T00:00:00+08:00,30,2026-11-08T00:00:00+08:00,");
        assertThat(get("/staffing?shop=s1&format=JSON&made_at=2026-11-08T00:00:00Z"))
                .startsWith("[{\"shop\":\"s1\",\"channel\":\"CHAT\",")
                .contains("\"planned_shrinkage\":", "\"deferred_late_s\":");
        assertThat(get("/staffing?shop=s1&made_at=2026-11-08T00:00:00Z").lines().findFirst())
                .hasValue(lines.get(0) + ",planned_shrinkage,unplanned_shrinkage,queue,target_ratio,target_s,"
                        + "max_occupancy,patience_s,backlog,idle_s,deferred_s,deferred_late_s");
        assertThat(get("/forecast")).contains("Which shop? Ask for ?shop=ID");
        assertThat(get("/forecast?shop=nobody")).contains("No forecast of this shop");
        assertThat(get("/staffing?shop=s1&interval=20")).contains("interval must be 15 or 30 minutes.");
        assertThat(get("/forecast?shop=s1&format=XML")).contains("format must be CSV or JSON.");
        assertThat(get("/forecast?shop=s1&from=yesterday")).contains("from, to and made_at must be days such as");
        assertThat(get("/forecast?shop=s1&from=1")).contains("from, to and made_at must be days such as");
        assertThat(get("/forecast?shop=s1&from=2026-11-09&to=2026-11-08")).contains("from lies after to.");
        assertThat(get("/forecast?shop=s1&channel=PHONE")).contains("No forecast fits what was asked");
        assertThat(get("/forecast?shop=s1&channel=FAX")).contains("channel must be CHAT, PHONE or VIDEO.");
    }

    /** Our words come with code 395; of a value only what is no text in ClickHouse's own form is refused by it (25, 457). */
    @Test
    void damagedValuesOfAPullAreAnsweredInWords() {
        run("2026-11-08T00:00:00+08:00");
        List<String> names = List.of("shop", "channel", "from", "to", "interval", "made_at", "format");
        List<String> values = List.of("s1", "CHAT", "2026-11-08", "2026-11-09", "15", "2026-11-08T00:00:00Z", "JSON");
        int[] next = new int[1];

        Fuzz.each(Fuzz.texts(values), 0.002, value -> {
            String name = names.get(next[0]++ % names.size());
            String question =
                    "/forecast?" + (name.equals("shop") ? "" : "shop=s1&") + name + "=" + RawRequest.encoded(value, "");
            String answer = get(question);
            if (answer.isBlank()
                    || answer.contains("DB::Exception") && !answer.matches("(?s)Code: (25|395|457)[.].*")) {
                throw new AssertionError(question + ": " + answer);
            }
        });
        assertThat(query("SELECT 1")).isEqualTo("1");
    }

    /** What is no key of a pull is a setting to ClickHouse: it refuses it in its own words, or takes it within the reader's limits. */
    @Test
    void damagedKeysOfAPullLiftNoLimit() throws Exception {
        run("2026-11-08T00:00:00+08:00");
        List<String> keys =
                List.of("shop made_at readonly max_execution_time max_memory_usage profile query user role".split(" "));
        List<String> values = List.of("0", "default", "2026-11-08", "100000000000", "SELECT%201");
        int[] next = new int[1];

        Fuzz.each(Fuzz.texts(keys), 0.002, key -> {
            String pair = RawRequest.encoded(key, "=&") + "=" + values.get(next[0]++ % values.size());
            String answer = get("/staffing?session_id=keys&shop=s1&" + pair);
            if (answer.contains("DB::Exception") && !answer.matches("(?s)Code: \\d+[.].*") || answer.equals("1\n")) {
                throw new AssertionError(pair + ": " + answer);
            }
        });
        assertLimitsHold("session_id=keys");
    }

    @Test
    void aReaderLiftsNoLimitOfItsOwn() throws Exception {
        Map<String, String> refused = Map.ofEntries(
                Map.entry("readonly=0", "READONLY"),
                Map.entry("profile=default&readonly=0", "READONLY"),
                Map.entry("max_execution_time=0", "SETTING_CONSTRAINT_VIOLATION"),
                Map.entry("max_execution_time=301", "SETTING_CONSTRAINT_VIOLATION"),
                Map.entry("profile=default&max_execution_time=301", "SETTING_CONSTRAINT_VIOLATION"),
                Map.entry("max_memory_usage=0", "SETTING_CONSTRAINT_VIOLATION"),
                Map.entry("query=SELECT%201", "UNKNOWN_SETTING"),
                Map.entry("shop=s2", "BAD_ARGUMENTS"),
                Map.entry("role=admin", "UNKNOWN_ROLE"),
                Map.entry("user=deskpulse_admin&password=", "AUTHENTICATION_FAILED"));
        for (Map.Entry<String, String> one : refused.entrySet()) {
            assertThat(get("/forecast?shop=s1&" + one.getKey())).contains("DB::Exception", "(" + one.getValue() + ")");
        }
        assertThat(get("/?session_id=set&query=SET%20profile%20=%20'default'")).isEmpty();
        assertLimitsHold("session_id=set");
        assertLimitsHold("profile=default");
    }

    private static void assertLimitsHold(String under) throws IOException, InterruptedException {
        String limits =
                "/?" + under + "&query=SELECT%20currentUser(),getSetting('readonly'),getSetting('max_execution_time')";
        assertThat(get(limits)).isEqualTo("deskpulse_reader\t2\t60\n");
        assertThat(get(limits + "&max_execution_time=301")).contains("SETTING_CONSTRAINT_VIOLATION");
        assertThat(get(limits + "&max_memory_usage=0")).contains("SETTING_CONSTRAINT_VIOLATION");
        assertThat(get(limits + "&readonly=0")).contains("READONLY");
    }

    @Test
    void aReRoutedQueueCountsAsWhatWouldHaveCome() {
        String level = "SELECT round(avgIf(mean, toHour(interval_start, 'Asia/Shanghai') BETWEEN 10 AND 20)) FROM"
                + " deskpulse.forecasts WHERE shop_id = 's2' AND made_at = '%s'";
        run("2026-11-03T00:00:00+08:00");
        query("INSERT INTO deskpulse.forecast_tag_log (shop_id, tag_id, version, tag, from_day, to_day, share, made_at)"
                + " VALUES ('s2', 'half', 1, 'ROUTING', '2026-09-28', '2026-11-10', 0.5, '2026-11-03 00:00:00')");
        run("2026-11-04T00:00:00+08:00");
        query("ALTER TABLE deskpulse.forecast_tag_log DELETE WHERE tag_id = 'half' SETTINGS mutations_sync = 1");

        assertThat(query(level.formatted("2026-11-02 16:00:00"))).isEqualTo("4");
        assertThat(query(level.formatted("2026-11-03 16:00:00")))
                .as("half of the contacts went elsewhere")
                .isEqualTo("8");
    }

    @Test
    void workThatCanWaitGoesIntoTheGapsOfTheDaysToCome() {
        query("INSERT INTO deskpulse.ticket_facts (shop_id, day, ticket_id, version, status, opened_at, first_event_at,"
                + " resolution_breach_at, spells.opened_at, spells.ended_at) SELECT 's3', '2026-10-30',"
                + " concat('t', toString(number)), 1, 'OPEN', toDateTime64('2026-10-30 02:00:00', 3, 'UTC') AS at, at,"
                + " toDateTime64('2026-11-03 02:00:00', 3, 'UTC'), [at], [NULL] FROM numbers(3)");
        run("2026-11-02T00:00:00+08:00");

        String work = query("SELECT count() || ' ' || round(60 * sum(minutes)) FROM"
                + " deskpulse.deferred_work_at(at = '2026-11-01 16:00:00') WHERE shop_id = 's3' AND channel = 'CHAT'");
        assertThat(work).startsWith("3 ");
        assertThat(query(
                        "SELECT '3 ' || round(sum(deferred_s)), round(sum(deferred_late_s)), max(deferred_s - idle_s) < 1e-6,"
                                + " maxIf(interval_start, deferred_s > 0) < '2026-11-03 02:00:00', max(backlog)"
                                + " FROM deskpulse.staffing WHERE shop_id = 's3' AND made_at = '2026-11-01 16:00:00'"))
                .isEqualTo(work + "\t0\t1\t1\t0");
        assertThat(query("SELECT sum(deferred_s), min(idle_s) >= 0, max(idle_s) > 0 FROM deskpulse.staffing"
                        + " WHERE shop_id = 's2' AND made_at = '2026-11-01 16:00:00'"))
                .isEqualTo("0\t1\t1");
    }

    @Test
    void shiftsToldByTheMomentAreTheTeamAndTheSettingWhereThereAreNone() {
        String[] one = {"--staffing.max-chats", "1", "--staffing.team", "s3=1"};
        String left =
                "SELECT shop_id, min(day), max(day), uniqExact(toHour(interval_start)) FROM deskpulse.staffing WHERE"
                        + " made_at = '2026-11-06 16:00:00' AND backlog > 0 GROUP BY shop_id ORDER BY shop_id";
        query(shift("e1", "2026-11-07", "2026-11-06 00:00:00"));
        run("2026-11-07T00:00:00+08:00", one);
        String before = query(ROWS.formatted("2026-11-06 16:00:00"));

        // s4 has one account on one day, and needs more; s3 has one at any time by the setting; others have no team.
        assertThat(query(left).lines().map(line -> line.substring(0, 24)))
                .containsExactly("s3\t2026-11-07\t2026-11-20", "s4\t2026-11-07\t2026-11-07");

        query(shift("e2", "2026-11-09", "2026-11-07 00:00:00"));
        run("2026-11-07T00:00:00+08:00", one);
        assertThat(query(ROWS.formatted("2026-11-06 16:00:00")))
                .as("a shift that was told later is not known")
                .isEqualTo(before);
    }

    private static String shift(String id, String day, String told) {
        return "INSERT INTO deskpulse.agent_intervals (shop_id, day, agent_id, event_id, version, kind, from_at, until_at,"
                + " believed_until_at, day_ends_at, told_at) VALUES ('s4', '%2$s', 'a1', '%1$s', 1, 'PLANNED',"
                        .formatted(id, day)
                + " '%1$s 01:00:00', '%1$s 13:00:00', '%1$s 13:00:00', '%1$s 16:00:00', '%2$s')".formatted(day, told);
    }

    @Test
    void campaignsOfAllOtherShopsAreThoseOfShopsWithoutSettings() {
        query("INSERT INTO deskpulse.shop_settings SELECT * REPLACE ('s2' AS shop_id, 1 AS version)"
                + " FROM (SELECT * FROM deskpulse.shop_settings FINAL WHERE shop_id = '')");
        query("INSERT INTO deskpulse.forecast_event_log (event_id, version, shop_id, name, kind, peak, phases.phase,"
                + " phases.from_day, phases.to_day, phases.decay_days, changed_at) VALUES ('set-1', 1, '', 'double', 'double',"
                + " '2026-11-07', ['day'], [0], [0], [0], '2026-11-01 00:00:00'), ('set-2', 1, 's2', 'own', 'own',"
                + " '2026-11-08', ['day'], [0], [0], [0], '2026-11-01 00:00:00')");
        run("2026-11-06T00:00:00+08:00");
        query("ALTER TABLE deskpulse.forecast_event_log DELETE WHERE startsWith(event_id, 'set-') SETTINGS"
                + " mutations_sync = 1");

        assertThat(query("SELECT DISTINCT shop_id, day, event_id FROM deskpulse.forecasts WHERE event_id != ''"
                        + " AND made_at = '2026-11-05 16:00:00' AND shop_id IN ('s2', 's3') ORDER BY shop_id"))
                .isEqualTo("s2\t2026-11-08\town/day\ns3\t2026-11-07\tdouble/day");
    }

    @Test
    void aMistakenSettingIsToldByName() {
        assertThatThrownBy(() -> run(
                        "tomorrow",
                        "--staffing.interval",
                        "20",
                        "--staffing.targets",
                        "CHAT=1.5/20",
                        "--staffing.team",
                        "s1=0"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--staffing.made-at must be a time with its offset")
                .hasMessageContaining("--staffing.interval must be 15 or 30 minutes, got 20")
                .hasMessageContaining("--staffing.team of s1 must be a whole number from 1 to 100000, got 0")
                .hasMessageContaining("a goal of CHAT: targetRatio must be in (0, 1), got 1.5");
    }

    private static void run(String madeAt, String... more) {
        submit(madeAt, more).awaitEnd();
    }

    private static FlinkJob submit(String madeAt, String... more) {
        List<String> settings =
                new ArrayList<>(List.of("--staffing.made-at", madeAt, "--staffing.shops-per-split", "2"));
        settings.addAll(List.of(more));
        return BatchRun.submit(flink, JOB, server.writer(), settings);
    }

    /** Chats of some days, as many an half hour as told, at 09:00 to 21:00 on the shop's clock; each is over after 6 minutes. */
    private static String contacts(String shop, String firstDay, int days, int each) {
        return """
                INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, channel, asked_for_human,
                    first_event_at, last_event_at, first_question_at, closed_at, waits.opened_at, waits.answered_at,
                    speaking_agents)
                SELECT '%1$s', toDate('%2$s') + intDiv(number, 24 * %4$d), concat('c', toString(number)), 1, 'CHAT', true,
                    toDateTime64('%2$s 01:00:00', 3, 'UTC') + toIntervalDay(intDiv(number, 24 * %4$d))
                        + toIntervalMinute(30 * intDiv(number %% (24 * %4$d), %4$d) + number %% 7) AS at,
                    at + toIntervalMinute(6), at, at + toIntervalMinute(6), [at], [at + toIntervalSecond(20)], ['a1']
                FROM numbers(%3$d * 24 * %4$d)
                """.formatted(shop, firstDay, days, 2 * each);
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.reader().url().resolve(path))
                .header("X-ClickHouse-User", server.reader().user())
                .header("X-ClickHouse-Key", server.reader().password())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private static String query(String sql) {
        try {
            return new ClickHouseHttp(server.admin()).query(sql);
        } catch (IOException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
