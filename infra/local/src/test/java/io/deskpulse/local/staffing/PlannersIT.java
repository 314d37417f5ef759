package io.deskpulse.local.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import io.deskpulse.dashboards.alerts.AlertRule;
import io.deskpulse.dashboards.alerts.AlertRules;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.migrations.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two half hours of a shop, forecast, overruled and come, in numbers that can be worked out by hand; and the commands on them. */
class PlannersIT {
    private static final String SLOT = "INSERT INTO deskpulse.forecast_slots (shop_id, channel, interval_min, made_at,"
            + " interval_start, day, origin, lead_days, mean, p025, p10, p25, p50, p75, p90, p95, p975, factor_level,"
            + " factor_weekday, factor_calendar, factor_events, factor_others, factor_intraday, factor_share, events.phase,"
            + " events.factor, events.learned_from, same_slot_mean, weekly_contacts, confidence, event_id, model, aht_s,"
            + " aht_curve, queue, target_ratio, target_s, max_occupancy, agents_p50, agents_p75, agents_gross,"
            + " planned_shrinkage, sl_definition) VALUES ('s1', 'CHAT', 30, %s, 10, 2, 4, 7, 10, 13, 16, 17, 18, 100, 2,"
            + " 1, 0.5, 1, 1, 0.1, ['big/eve'], [0.5], '2025-11-10 2025-12-11', %s, 600, 40, '1111/eve', 'BLEND', 600,"
            + " [500, 600], 'CHAT', 0.8, 60, 0.85, 3, 4, 5, 0.2, 'a')";

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;
    private static Path password;

    private final Console console = new Console();

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedClickHouse.start(
                ClickHouseOptions.in(DeskpulseHome.of(System.getenv()), directory.resolve("server")),
                Progress.silent());
        Migrator.bundled(server.admin(), Progress.silent()).migrate();
        password =
                Files.writeString(directory.resolve("password"), server.writer().password());
        String slot = SLOT.replace("'2025-11-10 2025-12-11'", "['2025-11-10 2025-12-11']");
        admin(slot.formatted("'2026-11-09 00:00:00', '2026-11-10 02:00:00', '2026-11-10', '2026-11-09', 1", "8"));
        admin(slot.formatted("'2026-11-09 00:00:00', '2026-11-10 02:30:00', '2026-11-10', '2026-11-09', 1", "NULL"));
        admin(slot.formatted("'2026-11-09 00:00:00', '2026-11-10 12:00:00', '2026-11-10', '2026-11-09', 1", "8"));
        // 12 and 4 come; a contact at 11:00 says that both half hours are over and that of 20:00 is not.
        contacts("02:00", 12);
        contacts("02:40", 4);
        contacts("03:00", 1);
        admin(
                "INSERT INTO deskpulse.forecast_override_log (shop_id, override_id, version, channel, from_at, to_at, kind,"
                        + " amount, means, reason, made_by, made_at) VALUES ('s1', 'f', 1, 'CHAT', '2026-11-10 02:00:00',"
                        + " '2026-11-10 03:00:00', 'FACTOR', 1.2, [], 'stream', 'ann', '2026-11-09 10:00:00'), ('s1', 'v', 1, 'CHAT',"
                        + " '2026-11-10 02:30:00', '2026-11-10 03:00:00', 'VALUE', 5, [2, 3], 'quiet', 'bob', '2026-11-09 11:00:00'),"
                        + " ('s1', 'late', 1, 'CHAT', '2026-11-10 02:00:00', '2026-11-10 02:30:00', 'FACTOR', 9, [], 'too late',"
                        + " 'eve', '2026-11-10 02:10:00')");
        admin(
                "INSERT INTO deskpulse.agent_intervals (shop_id, day, agent_id, event_id, version, kind, from_at, until_at,"
                        + " believed_until_at, day_ends_at) VALUES ('s1', '2026-11-10', 'a1', 'e1', 1, 'PLANNED', '2026-11-10 12:00:00',"
                        + " '2026-11-10 12:15:00', '2026-11-10 12:15:00', '2026-11-10 16:00:00')");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void accuracyIsWhatCanBeWorkedOutByHand() {
        // |10 - 12| + |10 - 4| = 8 of 16; too high by 4; 12 lies in 4 to 16, 4 equals its lower bound and counts half.
        // 8 weeks: |8 - 12| = 4 of 12. Chance: sqrt(2 * 2 / (pi * 16)) = 0.2821.
        assertThat(admin(
                        "SELECT slots, contacts, absolute_error, error, day_absolute_error, within80, within95, wape, bias,"
                                + " same_slot_absolute_error, same_slot_contacts, round(noise_floor, 4), size, lead_days FROM"
                                + " deskpulse.forecast_accuracy"))
                .isEqualTo("2\t16\t8\t4\t4\t1.5\t2\t0.5\t0.25\t4\t12\t0.2821\tmedium\t1");
    }

    @Test
    void overridesAreJudgedBesideTheForecastOfTheirTime() {
        // × 1.2 = 12 and 12: |12 - 12| + |12 - 4| = 8, as the forecast; 5 for 4: 1 instead of 6; the last came too
        // late.
        assertThat(admin(
                        "SELECT override_id, made_by, slots, contacts, model_absolute_error, override_absolute_error, better"
                                + " FROM deskpulse.override_accuracy ORDER BY override_id"))
                .isEqualTo("f\tann\t2\t16\t8\t8\tEQUAL\nv\tbob\t1\t4\t6\t1\tOVERRIDE");
        assertThat(admin("SELECT override, override_id FROM deskpulse.forecasts ORDER BY interval_start"))
                .isEqualTo("90\tlate\n5\tv\n\\N");
    }

    @Test
    void aGapIsWhatIsNeededBeyondThoseWhoWillBeThere() {
        // Half an account is planned over the half hour; 4 of 5 planned are at work.
        assertThat(admin("SELECT needed, planned, present, available, round(gap, 9) FROM"
                        + " deskpulse.staffing_gaps_at(at = '2026-11-10 11:00:00')"))
                .isEqualTo("4\t0.5\t0.8\t0.4\t3.6");
    }

    @Test
    void theAlertRingsForThatGapAndForNoHoursLater() {
        AlertRule rule = AlertRules.bundled().stream()
                .filter(one -> one.uid().equals("deskpulse-staffing-gap"))
                .findFirst()
                .orElseThrow();

        assertThat(rule.comparison()).isEqualTo("gt");
        assertThat(admin(rule.sql(Instant.parse("2026-11-10T11:00:00Z"))).split("\t"))
                .satisfies(row -> assertThat(row[1]).isEqualTo("s1"))
                .satisfies(row -> assertThat(Double.parseDouble(row[2])).isGreaterThan(rule.threshold()));
        assertThat(admin(rule.sql(Instant.parse("2026-11-10T07:59:00Z"))))
                .as("the interval is more than four hours away")
                .isEmpty();
    }

    @Test
    void commandsPullExplainAndJudge() {
        assertThat(run("forecast", "--shop", "s1", "--from", "2026-11-10", "--format", "csv"))
                .isZero();
        assertThat(console.out().lines().skip(1))
                .hasSize(3)
                .first()
                .asString()
                .startsWith(
                        "s1,CHAT,2026-11-10T10:00:00+08:00,30,2026-11-09T08:00:00+08:00,10,2,4,7,10,13,16,17,18,600,");
        assertThat(run("staffing", "--shop", "s1", "--from", "2026-11-10", "--uplift", "3", "--interval", "15"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("2026-11-10 10:15 +08:00", "15.0");
        assertThat(run("forecast", "explain", "--shop", "s1", "--at", "2026-11-10T10:10"))
                .isZero();
        assertThat(console.out())
                .contains("event big/eve", "× 0.5000", "learned from 2025-11-10, 2025-12-11")
                .contains("10.0 contacts expected, between 4.0000 and 16.0 in 8 of 10 such cases");
        assertThat(run("forecast", "accuracy", "--shop", "s1")).isZero();
        assertThat(console.out()).contains("medium  1d", "50.0 %", "28.2 %");
        assertThat(run("forecast", "override", "list", "--shop", "s1")).isZero();
        assertThat(console.out()).contains("× 1.2", "stream", "equal", "override");
        assertThat(run("staffing", "--shop", "s1", "--format", "ics")).isZero();
        assertThat(console.out()).contains("UID:s1-a1-20261110@deskpulse\r\n");
    }

    @Test
    void eventsAreKeptInVersions() {
        assertThat(run(
                        "forecast",
                        "event",
                        "add",
                        "--name",
                        "1212",
                        "--peak",
                        "2026-12-12",
                        "--phase",
                        "eve:-1",
                        "--phase",
                        "peak:0",
                        "--reason",
                        "yearly",
                        "--by",
                        "ann"))
                .isZero();
        String id = console.out().split(" ")[1];
        assertThat(run("forecast", "event", "move", id, "--peak", "2026-12-13", "--reason", "moved", "--by", "bob"))
                .isZero();
        assertThat(run("forecast", "event", "cancel", id, "--reason", "no stock"))
                .isZero();
        assertThat(admin("SELECT version, peak, called_off, current, phases.phase FROM deskpulse.forecast_events WHERE"
                        + " event_id = '" + id + "' ORDER BY version"))
                .isEqualTo("1\t2026-12-12\tfalse\tfalse\t['eve','peak']\n2\t2026-12-13\tfalse\tfalse\t['eve','peak']\n"
                        + "3\t2026-12-13\ttrue\ttrue\t['eve','peak']");
        assertThat(run("forecast", "--shop", "s1", "--format", "ics")).isZero();
        assertThat(console.out()).contains("STATUS:CANCELLED\r\n", "SEQUENCE:2\r\n", "SUMMARY:1212: eve\r\n");
    }

    @Test
    void calendarsAndSettingsOfShopsAreEventsToo() throws IOException {
        Path file = calendar("20261218", "CONFIRMED");
        String[] take = {"forecast", "event", "import", file.toString(), "--shop", "s1", "--reason", "plan"};
        assertThat(run(take)).as(console.err()).isZero();
        assertThat(console.out())
                .contains("1218 eve, 2026-12-18 to 2026-12-19: planned")
                .endsWith("1 events read, 1 of them new or changed.\n");
        assertThat(run(take)).isZero();
        assertThat(console.out()).isEqualTo("1 events read, 0 of them new or changed.\n");
        calendar("20261219", "CONFIRMED");
        assertThat(run(take)).isZero();
        calendar("20261219", "CANCELLED");
        assertThat(run(take)).isZero();
        assertThat(admin("SELECT version, name, kind, phases.phase[1], peak, phases.to_day[1], called_off FROM"
                        + " deskpulse.forecast_events WHERE startsWith(event_id, 'ics-') ORDER BY version"))
                .isEqualTo("1\t1218\tyear end\teve\t2026-12-18\t1\tfalse\n"
                        + "2\t1218\tyear end\teve\t2026-12-19\t1\tfalse\n"
                        + "3\t1218\tyear end\teve\t2026-12-19\t1\ttrue");
        Files.writeString(file, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:a\nEND:VEVENT\nEND:VCALENDAR\n");
        assertThat(run(take)).isEqualTo(1);
        assertThat(console.err())
                .contains(file + ":2: the event has no DTSTART")
                .doesNotContain("\tat ");

        settings("{name: double, from: 2099-02-02T20:00, to: 2099-02-04}");
        assertThat(console.out()).contains("s1: campaign double of 2099-02-02 to 2099-02-03: forecasts know of it");
        settings("{name: double, from: 2099-02-03, to: 2099-02-04}");
        settings("");
        assertThat(console.out()).contains("s1: campaign double of 2099-02-03 is called off");
        assertThat(admin("SELECT version, shop_id, peak, phases.to_day[1], called_off FROM deskpulse.forecast_events"
                        + " WHERE startsWith(event_id, 'set-') ORDER BY version"))
                .isEqualTo("1\ts1\t2099-02-02\t1\tfalse\n2\ts1\t2099-02-03\t0\tfalse\n3\ts1\t2099-02-03\t0\ttrue");
    }

    private void settings(String campaign) throws IOException {
        Path file = Files.writeString(
                directory.resolve("shops.yaml"), "shops:\n  s1: {name: S1, campaigns: [" + campaign + "]}\n");
        assertThat(run("shops", "apply", file.toString())).as(console.err()).isZero();
    }

    private static Path calendar(String day, String status) throws IOException {
        return Files.writeString(
                directory.resolve("plan.ics"),
                String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "BEGIN:VEVENT",
                        "UID:p1",
                        "DTSTART;VALUE=DATE:" + day,
                        "DURATION:P2D",
                        "SUMMARY:1218: eve",
                        "CATEGORIES:year end",
                        "STATUS:" + status,
                        "END:VEVENT",
                        "END:VCALENDAR"));
    }

    @Test
    void aTagMayScaleDaysInsteadOfLeavingThemOut() {
        assertThat(run(tagOfShare("0.6"))).isZero();
        assertThat(console.out()).contains("divide the contacts of its days by 0.6");
        assertThat(run("forecast", "tag", "remove", console.out().split(" ")[1]))
                .isZero();
        assertThat(run("forecast", "tag", "list", "--shop", "s1")).isZero();
        assertThat(console.out()).contains("routing", "removed at 0.6");
        assertThat(run(tagOfShare("99"))).isEqualTo(1);
        assertThat(console.err()).contains("--share must be from 0.05 to 20.0").contains("got 99.0");
    }

    private static String[] tagOfShare(String share) {
        return new String[] {
            "forecast",
            "tag",
            "add",
            "--shop",
            "s1",
            "--kind",
            "ROUTING",
            "--from",
            "2026-10-05",
            "--reason",
            "moved",
            "--share",
            share
        };
    }

    @Test
    void tagsAndOverridesStayOnRecord() {
        assertThat(run(
                        "forecast",
                        "tag",
                        "add",
                        "--shop",
                        "s1",
                        "--kind",
                        "OUTAGE",
                        "--from",
                        "2026-10-03",
                        "--reason",
                        "down"))
                .isZero();
        String tag = console.out().split(" ")[1];
        assertThat(run("forecast", "tag", "remove", tag)).isZero();
        assertThat(run("forecast", "tag", "list", "--shop", "s1")).isZero();
        assertThat(console.out()).contains("outage", "removed", "down");
        assertThat(run(
                        "forecast",
                        "override",
                        "add",
                        "--shop",
                        "s1",
                        "--from",
                        "2026-11-10T20:00",
                        "--to",
                        "2026-11-10T20:30",
                        "--value",
                        "30",
                        "--reason",
                        "mailing"))
                .as(console.err())
                .isZero();
        String override = console.out().split(" ")[1];
        assertThat(admin("SELECT kind, amount, means FROM deskpulse.forecast_override_log WHERE override_id = '"
                        + override + "'"))
                .isEqualTo("VALUE\t30\t[15,15]");
        assertThat(run("forecast", "override", "remove", override)).isZero();
    }

    @Test
    void mistakesAreToldInALine() {
        assertThat(run("forecast", "--shop", "nobody", "--format", "csv")).isEqualTo(1);
        assertThat(console.err()).contains("There is no shop nobody").doesNotContain("\tat ");
        assertThat(run("forecast", "--shop", "s1", "--format", "xls")).isEqualTo(1);
        assertThat(run("staffing", "--shop", "s1", "--from", "2026-11-10", "--closed", "noon"))
                .isEqualTo(1);
        assertThat(console.err()).contains("--closed must be two times such as 22:00-08:00, got noon.");
        assertThat(run("forecast", "override", "remove", "nothing")).isEqualTo(1);
        assertThat(console.err()).contains("No override nothing holds");
        assertThat(run("forecast", "--shop", "s1", "--from", "2027-01-01")).isEqualTo(1);
        assertThat(console.err())
                .contains("There is no such forecast of shop s1. The latest are: CHAT, 30 minutes, made at");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of(
                "--url", server.writer().url().toString(),
                "--user", server.writer().user(),
                "--password-file", password.toString()));
        return console.run(all.toArray(String[]::new));
    }

    private static void contacts(String time, int count) {
        admin(
                "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, channel, asked_for_human,"
                        + " first_event_at, last_event_at, first_question_at, closed_at) SELECT 's1', '2026-11-10', concat('"
                        + time
                        + "', toString(number)), 1, 'CHAT', true, toDateTime64('2026-11-10 " + time
                        + ":00', 3, 'UTC') AS at, at, at, at"
                        + " FROM numbers(" + count + ")");
    }

    private static String admin(String sql) {
        try {
            return new ClickHouseHttp(server.admin(), ClickHouseAccess.DATABASE).query(sql);
        } catch (IOException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
