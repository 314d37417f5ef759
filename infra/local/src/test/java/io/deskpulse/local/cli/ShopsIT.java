package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shops on four clocks, as their settings and a few facts of theirs make the views and commands tell them, on a real server. */
class ShopsIT {
    private static final String SETTINGS = """
            shops:
              chicago:
                time_zone: America/Chicago
                currency: USD
                platform: jd
                target_percent: 90
                hours: {mon-sun: ["08:00-23:45"]}
              berlin:
                time_zone: Europe/Berlin
                currency: EUR
                hours: {mon-fri: ["09:00-17:00"], sat: ["20:00-03:00"], sun: ["09:00-12:00"]}
                holidays: [2026-12-25]
              tokyo: {time_zone: Asia/Tokyo, currency: JPY, hours: {daily: ["00:00-24:00"]}}
              kuwait: {time_zone: Asia/Kuwait, currency: KWD}
            """;

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;

    private final Console console = new Console();

    @BeforeAll
    static void startServer() throws IOException {
        server = MigratedServer.start(directory);
        // 22:30:00 of 7 September in Chicago, answered after 40 s: too late for JD; an order of that evening.
        for (String shop : List.of("chicago", "unknown")) {
            admin("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, asked_for_human,"
                    + " first_question_at, first_question_second, first_reply_ms, `rounds.opened_at`, `rounds.opened_second`,"
                    + " `rounds.handler`, `rounds.account`, `rounds.answered_at`, `rounds.reply_sender`, `rounds.end_reason`,"
                    + " `rounds.auto_replied`, `rounds.buyer_messages`) VALUES ('" + shop
                    + "', '2026-09-07', 'c1', 2, true, '2026-09-08 03:30:00', 81000, 40000, ['2026-09-08 03:30:00'], [81000],"
                    + " ['HUMAN'], ['a'], ['2026-09-08 03:30:40'], ['AGENT'], [''], [false], [1])");
        }
        for (String shop : List.of("chicago", "tokyo", "kuwait")) {
            admin(
                    "INSERT INTO deskpulse.order_facts (shop_id, order_id, version, created_at, created_day, paid_at, paid_day,"
                            + " paid_fen) VALUES ('" + shop + "', 'o1', 2, '2026-09-08 02:23:34',"
                            + " '2026-09-07', '2026-09-08 02:23:34', '2026-09-07', 4200)");
        }
        admin("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, `waits.opened_at`,"
                + " `waits.answered_at`, `waits.answered_day`, `waits.answered_by`, `waits.closed_at`, `waits.account`)"
                + " VALUES ('berlin', '2026-10-25', 'w1', 1, ['2026-10-24 23:30:00'], [NULL], ['1970-01-01'], [''], [NULL],"
                + " ['a'])");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void applySettings() throws IOException {
        assertThat(apply(SETTINGS)).isZero();
    }

    @Test
    void everyShopIsListedDescribedOrNot() throws IOException {
        assertThat(query("SELECT shop_id, described, zone, currency, minor_digits, rule, target_percent FROM shops"
                        + " ORDER BY shop_id"))
                .isEqualTo("""
                        berlin\ttrue\tEurope/Berlin\tEUR\t2\ttb.resp3m@1\t98
                        chicago\ttrue\tAmerica/Chicago\tUSD\t2\tjd.first30s@1\t90
                        kuwait\ttrue\tAsia/Kuwait\tKWD\t3\ttb.resp3m@1\t98
                        tokyo\ttrue\tAsia/Tokyo\tJPY\t0\ttb.resp3m@1\t98
                        unknown\tfalse\tAsia/Shanghai\tCNY\t2\ttb.resp3m@1\t98""".stripIndent());
        assertThat(run("shops", "list", "--format=csv")).isZero();
        assertThat(console.out())
                .contains("kuwait,kuwait,described,tb,Asia/Kuwait,KWD,zh,tb.resp3m@1,98 %,daily 08:00-23:00\n")
                .contains("unknown,unknown,default,tb,Asia/Shanghai,CNY,zh,tb.resp3m@1,98 %,daily 08:00-23:00\n");
    }

    @Test
    void aShopsStatusIsOfItsOwnDayRuleAndMoney() throws IOException {
        // 23:30 of 7 September in Chicago.
        String status = "SELECT day, is_open, rule, rounds, rounds_in_time, paid_fen, currency FROM"
                + " shop_status_at(at = '2026-09-08 04:30:00') WHERE shop_id = 'chicago'";
        assertThat(query(status)).isEqualTo("2026-09-07\ttrue\tjd.first30s@1\t1\t0\t4200\tUSD");

        assertThat(apply(SETTINGS.replace("platform: jd", "platform: tb"))).isZero();
        assertThat(query(status)).isEqualTo("2026-09-07\ttrue\ttb.resp3m@1\t1\t1\t4200\tUSD");
        assertThat(query("SELECT rounds FROM shop_status_at(at = '2026-09-08 05:30:00') WHERE shop_id = 'chicago'"))
                .isEmpty();
    }

    @Test
    void anHourIsThatOnTheClockOfTheShop() throws IOException {
        assertThat(query("SELECT hour, rounds, in_time FROM agent_hours WHERE shop_id = 'chicago'"))
                .isEqualTo("22\t1\t0");
        assertThat(query("SELECT hour, good FROM scored_questions_of(rule = 'own') WHERE shop_id = 'chicago'"))
                .isEqualTo("22\t0");
        assertThat(query("SELECT hour, good FROM scored_rounds_of(rule = 'tb.resp3m@1') WHERE shop_id = 'unknown'"))
                .isEqualTo("22\t1");
    }

    @Test
    void moneySaysItsCurrency() throws IOException {
        assertThat(query("SELECT shop_id, paid_fen, currency, minor_digits FROM sales ORDER BY shop_id"))
                .isEqualTo("chicago\t4200\tUSD\t2\nkuwait\t4200\tKWD\t3\ntokyo\t4200\tJPY\t0");
        assertThat(query("SELECT DISTINCT shop_id, currency FROM attribution_reconciliation ORDER BY shop_id"))
                .isEqualTo("chicago\tUSD\nkuwait\tKWD\ntokyo\tJPY");
    }

    /** Chicago's night of two 01:30, and the evenings before and after; Berlin's morning without 02:30. */
    @ParameterizedTest
    @CsvSource({
        "chicago, 2026-11-01 06:30:00, 2026-11-01, 5400, -18000",
        "chicago, 2026-11-01 07:30:00, 2026-11-01, 5400, -21600",
        "chicago, 2026-11-02 05:59:59, 2026-11-01, 86399, -21600",
        "chicago, 2026-11-02 06:00:00, 2026-11-02, 0, -21600",
        "berlin, 2026-03-29 00:59:59, 2026-03-29, 7199, 3600",
        "berlin, 2026-03-29 01:00:00, 2026-03-29, 10800, 7200",
        "tokyo, 2026-03-29 15:00:00, 2026-03-30, 0, 32400"
    })
    void clocksChangeWhereTheyDo(String shop, String at, String day, int second, int offset) throws IOException {
        assertThat(query("SELECT day, second, offset_s FROM shop_clocks_at(at = '" + at + "') WHERE shop_id = '" + shop
                        + "'"))
                .isEqualTo(day + "\t" + second + "\t" + offset);
    }

    /** Since when the shop has been open: on days of 23 and 25 hours, over midnight, over a holiday, and for ever. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "closed",
            value = {
                "berlin, 2026-10-25 10:00:00, 2026-10-25 08:00:00.000",
                "berlin, 2026-03-29 08:00:00, 2026-03-29 07:00:00.000",
                "berlin, 2026-03-29 06:59:59, closed",
                "berlin, 2026-03-28 23:30:00, 2026-03-28 19:00:00.000",
                "berlin, 2026-03-29 00:59:59, 2026-03-28 19:00:00.000",
                "berlin, 2026-03-29 01:00:00, closed",
                "berlin, 2026-12-24 10:00:00, 2026-12-24 08:00:00.000",
                "berlin, 2026-12-25 10:00:00, closed",
                "tokyo, 2026-11-01 15:00:00, 2026-07-04 15:00:00.000",
                "chicago, 2026-11-01 14:00:00, 2026-11-01 14:00:00.000"
            })
    void knowsSinceWhenAShopIsOpen(String shop, String at, String since) throws IOException {
        assertThat(query("SELECT ifNull(toString(open_since), 'closed') FROM shop_clocks_at(at = '" + at
                        + "') WHERE shop_id = '" + shop + "'"))
                .isEqualTo(since == null ? "closed" : since);
    }

    @Test
    void aBuyerOfTheNightIsOwedAnAnswerFromTheOpeningOn() throws IOException {
        String owed = "SELECT owed_ms, limit_ms FROM open_waits_at(at = '2026-10-25 %s') WHERE shop_id = 'berlin'";
        String waiting = "SELECT waiting, over_limit, longest_wait_ms, waiting_for_opening FROM"
                + " shop_status_at(at = '2026-10-25 %s') WHERE shop_id = 'berlin'";

        assertThat(query(String.format(owed, "06:00:00"))).isEqualTo("\\N\t180000");
        assertThat(query(String.format(waiting, "06:00:00"))).isEqualTo("0\t0\t0\t1");
        assertThat(query(String.format(owed, "08:02:00"))).isEqualTo("120000\t180000");
        assertThat(query(String.format(waiting, "08:04:00"))).isEqualTo("1\t1\t240000\t0");
    }

    @Test
    void aRuleChangesAtTheMidnightOfEachZone() throws IOException {
        admin("INSERT INTO deskpulse.metric_rules (rule_id, version, valid_from, valid_to) VALUES"
                + " ('own.rule', '1', '2026-11-01', '2149-06-06')");

        assertThat(query("SELECT zone, changes_at FROM rule_changes WHERE rule_id = 'own.rule' ORDER BY changes_at"))
                .isEqualTo("""
                        Asia/Tokyo\t2026-10-31 15:00:00.000
                        Asia/Shanghai\t2026-10-31 16:00:00.000
                        Asia/Kuwait\t2026-10-31 21:00:00.000
                        Europe/Berlin\t2026-10-31 23:00:00.000
                        America/Chicago\t2026-11-01 05:00:00.000""".stripIndent());
    }

    @Test
    void theWayBackIsToTheTargetOfTheShop() throws IOException {
        assertThat(query("SELECT numerator, denominator, target, needed FROM score_recovery_at(rule = 'own',"
                        + " at = '2026-09-08 04:30:00', target_percent = 0) WHERE shop_id = 'chicago'"))
                .isEqualTo("0\t1\t90\t9");
        assertThat(query("SELECT day, leaves_on FROM score_window_days_at(rule = 'own', at = '2026-09-08 04:30:00')"
                        + " WHERE shop_id = 'chicago'"))
                .isEqualTo("2026-09-07\t2026-10-07");
        assertThat(run("score", "--shop=chicago", "--date=2026-09-07", "--by=2026-09-07"))
                .isZero();
        assertThat(console.out())
                .startsWith("jd.first30s@1, shop chicago")
                .contains("Needed for 90.00 % by 2026-09-07: 9 more");
    }

    @Test
    void theDayEndsOnTheClockOfTheShop() throws IOException {
        assertThat(run("day-end", "--shop=berlin", "--date=2026-10-25")).isZero();
        assertThat(console.out()).startsWith("Shop berlin at 2026-10-25 12:00:00 (Europe/Berlin): 1 open (wait 1)\n");
        assertThat(run("day-end", "--shop=berlin", "--date=2026-10-25", "--at=00:29", "--zone=UTC"))
                .isZero();
        assertThat(console.out()).startsWith("Shop berlin at 2026-10-25 00:29:00 (UTC): 1 open (wait 1)\n");
    }

    @Test
    void aShopThatDoesNotExistIsSaid() throws IOException {
        for (String command : List.of("day-end", "score")) {
            String day = command.equals("score") ? "--by=today" : "--date=today";
            assertThat(run(command, "--shop=nowhere", day)).isEqualTo(1);
            assertThat(console.err())
                    .isEqualTo(
                            "deskpulse: There is no shop nowhere: no settings describe it, and no conversation, ticket or"
                                    + " order of it is known. There are: berlin, chicago, kuwait, tokyo, unknown.\n");
        }
    }

    @Test
    void tellsWhatChangesAndWhichDaysStayAsTheyAre() throws IOException {
        assertThat(apply(SETTINGS)).isZero();
        assertThat(console.out()).isEqualTo("Nothing changes.\n");
        assertThat(apply(SETTINGS.replace("America/Chicago", "America/New_York").replace("EUR", "CHF")))
                .isZero();
        assertThat(console.out()).isEqualTo("""
                        chicago: zone America/Chicago -> America/New_York; its facts of 2026-09-07 to 2026-09-07 were made with \
                        the days of America/Chicago and keep them until their events are read again by jobs with these settings
                        berlin: currency EUR -> CHF
                        2 changed.
                        """.stripIndent());
        assertThat(apply("default_shop: {currency: HKD}")).isZero();
        assertThat(console.out())
                .contains("all other shops: currency CNY -> HKD\n")
                .contains("tokyo: described no more; its facts of")
                .endsWith("5 changed.\n");
        assertThat(query("SELECT DISTINCT described, currency FROM shops")).isEqualTo("false\tHKD");
    }

    @Test
    void nothingChangesWhenARuleIsNotThere() throws IOException {
        assertThat(apply("shops: {tokyo: {rule: cx.frt@1}}")).isEqualTo(1);

        assertThat(console.err())
                .startsWith(
                        "deskpulse: Shop tokyo names the rule cx.frt@1, and there is none with a time limit of that name."
                                + " There are: dy.resp3m@1, jd.first30s@1, ");
        assertThat(query("SELECT count() FROM shops WHERE described")).isEqualTo("4");
    }

    private int apply(String settings) throws IOException {
        Path file = Files.writeString(directory.resolve("shops.yaml"), settings);
        return run("shops", "apply", file.toString());
    }

    private int run(String... arguments) {
        return console.run(ServerArguments.of(server.writer(), directory, arguments));
    }

    private static String query(String sql) throws IOException {
        return new ClickHouseHttp(server.reader(), ClickHouseAccess.DATABASE).query(sql);
    }

    private static void admin(String sql) throws IOException {
        new ClickHouseHttp(server.admin()).query(sql);
    }
}
