package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.cli.Console;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.rules.RuleFile;
import io.deskpulse.ops.rules.RuleStore;
import io.deskpulse.ops.rules.RuleText;
import io.deskpulse.ops.rules.RuleVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands rules, score and day-end, and the views under them, on a real server. */
class RulesAndLedgerIT {
    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;

    private final Console console = new Console();

    @BeforeAll
    static void startServer() throws IOException {
        server = MigratedServer.start(directory);
        new LedgerFacts(new ClickHouseHttp(server.admin())).insert();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void everyRuleOfTheMigrationsIsKnownAndReadsBackFromItsFile() {
        List<RuleVersion> rules = new RuleStore(new ClickHouseSql(server.reader())).all();

        assertThat(rules).hasSizeGreaterThan(8);
        for (RuleVersion rule : rules) {
            RuleFile file = RuleFile.parse(RuleText.file(rule));
            assertThat(file.problems()).as(rule.name()).isEmpty();
            assertThat(file.rule()).isEqualTo(rule);
        }
    }

    @Test
    void listsAndShowsRules() throws IOException {
        assertThat(run(server.reader(), "rules", "list")).isZero();
        assertThat(console.out())
                .contains("tb.resp3m")
                .contains("rounds with a person, opened 08:00:00 to 22:59:59: answered within 180 s / all\n");
        assertThat(run(server.reader(), "rules", "show", "tb.avg_response")).isZero();
        assertThat(console.out().split("---\n")).hasSize(2);
        assertThat(run(server.reader(), "rules", "show", "tb.avg_response@2022b"))
                .isZero();
        assertThat(console.out()).contains("min_response_ms: 1000\nhuman_valid_only: true\n");
        assertThat(run(server.reader(), "rules", "show", "tb.resp3m@7")).isEqualTo(1);
        assertThat(console.err()).isEqualTo("deskpulse: There is no tb.resp3m@7. There are: tb.resp3m@1.\n");
        assertThat(run(server.reader(), "rules", "show", "nps")).isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: There is no rule nps. There are: ");
    }

    /** Questions are counted by a column of their own where nobody asks which they are. */
    @Test
    void questionsAreAsManyAsThoseThatCanBeShown() throws IOException {
        List<String> rules = new ArrayList<>(List.of("own"));
        query("SELECT arrayJoin(rules.names) FROM reply_rules").lines().forEach(rules::add);
        assertThat(rules).contains("tb.resp3m@1", "dy.resp3m@1");
        for (String rule : rules) {
            String shown = "SELECT shop_id, day, countIf(good), count() FROM scored_questions_of(rule = '" + rule
                    + "') GROUP BY ALL ORDER BY ALL";
            String counted = "SELECT shop_id, day, sum(good), sum(asked) FROM scored_counts_of(rule = '" + rule
                    + "') GROUP BY ALL HAVING sum(asked) > 0 ORDER BY ALL";
            assertThat(query(counted)).as(rule).isEqualTo(query(shown));
        }
        assertThat(query("SELECT sum(asked) FROM scored_counts_of(rule = 'tb.resp3m@1')"))
                .isNotEqualTo("0");
    }

    @Test
    void aNewVersionScoresOldDaysAtOnce() throws IOException {
        Path file = rule("slow.yaml", "dy.resp3m", "strict", "CONVERSATIONS", "ALL_WITHIN", 60_000);
        assertThat(scores("dy.resp3m")).isEqualTo("2026-10-25\t1\t1\t4\n2026-11-05\t1\t3\t4\n2026-11-20\t1\t4\t4");

        assertThat(run(server.admin(), "rules", "add", file.toString())).isZero();

        assertThat(console.out()).startsWith("dy.resp3m@strict added, valid always: conversation days with people");
        assertThat(scores("dy.resp3m")).isEqualTo("""
                        2026-10-25\t1\t1\t4
                        2026-10-25\tstrict\t0\t4
                        2026-11-05\t1\t3\t4
                        2026-11-05\tstrict\t2\t4
                        2026-11-20\t1\t4\t4
                        2026-11-20\tstrict\t0\t4""".stripIndent());
        assertThat(run(server.admin(), "rules", "add", file.toString())).isZero();
        assertThat(console.out()).startsWith("dy.resp3m@strict was there already: ");
        assertThat(run(
                        server.admin(),
                        "rules",
                        "add",
                        rule("other.yaml", "dy.resp3m", "strict", "CONVERSATIONS", "ALL_WITHIN", 1)
                                .toString()))
                .isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: dy.resp3m@strict is there with another content");
        assertThat(ask("--rule=dy.resp3m", "--target=0.9")).isEqualTo(1);
        assertThat(console.err())
                .startsWith(
                        "deskpulse: Both dy.resp3m@1 and dy.resp3m@strict score days from 2026-10-23 to 2026-11-21.");
        assertThat(ask("--rule=dy.resp3m@strict", "--target=0.9", "--format=csv"))
                .isZero();
        assertThat(console.out()).contains("TODAY,2026-11-21,2,12,");
    }

    /** Of shop s2: two buyers of rank VIP who waited 40 and 90 seconds, one of none who waited 90; VIP are promised a minute. */
    @Test
    void aRuleJudgesARankByTheLimitThatItHasForIt() throws IOException {
        new ClickHouseHttp(server.admin())
                .query(
                        "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, buyer_id, buyer_tier,"
                                + " asked_for_human, first_question_at, first_question_second, first_reply_ms, `rounds.opened_at`,"
                                + " `rounds.opened_second`, `rounds.handler`, `rounds.account`, `rounds.answered_at`, `rounds.reply_sender`,"
                                + " `rounds.end_reason`) SELECT 's2', '2026-11-20', t.1, 1, t.1, t.2, true, opened, 36000, t.3 * 1000,"
                                + " [opened], [36000], ['HUMAN'], ['a'], [opened + t.3], ['AGENT'], [''] FROM (SELECT"
                                + " toDateTime64('2026-11-20 02:00:00', 3, 'UTC') AS opened,"
                                + " arrayJoin([('v1', 'VIP', 40), ('v2', 'VIP', 90), ('n1', '', 90)]) AS t)");
        List<List<String>> kinds = List.of(
                List.of("ROUNDS", "WITHIN"),
                List.of("CONVERSATIONS", "FIRST_WITHIN"),
                List.of("CONVERSATIONS", "ALL_WITHIN"),
                List.of("BUYERS", "ALL_WITHIN"));
        for (List<String> kind : kinds) {
            String id = "ranks." + String.join("_", kind).toLowerCase(Locale.ROOT);
            Path file = rule("ranks.yaml", id, "1", kind.get(0), kind.get(1), 120_000);
            Files.writeString(file, "tier_limits: {VIP: 60000}\n", StandardOpenOption.APPEND);
            assertThat(run(server.admin(), "rules", "add", file.toString()))
                    .as(console.err())
                    .isZero();

            String of = "(rule = '" + id + "@1') WHERE shop_id = 's2'";
            assertThat(query("SELECT countIf(good), count() FROM scored_questions_of" + of))
                    .as(id)
                    .isEqualTo("2\t3");
            assertThat(query("SELECT sum(good), sum(asked) FROM scored_counts_of" + of))
                    .as(id)
                    .isEqualTo("2\t3");
            assertThat(query("SELECT sum(numerator), sum(denominator) FROM scores WHERE shop_id = 's2' AND rule_id = '"
                            + id + "'"))
                    .as(id)
                    .isEqualTo("2\t3");
        }
        assertThat(
                        query(
                                "SELECT sum(numerator), sum(denominator) FROM scores WHERE shop_id = 's2' AND rule_id = 'tb.resp3m'"))
                .as("a rule of a platform knows no ranks")
                .isEqualTo("3\t3");
    }

    @Test
    void aReaderMayNotAddRules() throws IOException {
        Path file = rule("reader.yaml", "x.y", "1", "ROUNDS", "WITHIN", 1);

        assertThat(run(server.reader(), "rules", "add", file.toString())).isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: ClickHouse (").doesNotContain("\tat ");
    }

    @Test
    void tellsWhatBringsARateBack() throws IOException {
        // By the 30th, 7 of 8 are left, and 7/8 < 0.9: n >= (9 * 8 - 10 * 7) / 1 = 2.
        assertThat(ask("--rule=tb.resp3m", "--target=0.9", "--format=json")).isZero();

        JsonNode answer = new ObjectMapper().readTree(console.out());
        assertThat(answer.at("/today/numerator").asInt()).isEqualTo(8);
        assertThat(answer.at("/today/denominator").asInt()).isEqualTo(12);
        assertThat(answer.at("/by/numerator").asInt()).isEqualTo(7);
        assertThat(answer.at("/needed").asInt()).isEqualTo(2);
        assertThat(answer.at("/leaving/0/leaves_on").asText()).isEqualTo("2026-11-24");
        assertThat(answer.at("/leaving/1/after/denominator").asInt()).isEqualTo(4);
        assertThat(ask("--rule=tb.resp3m", "--target=0.9", "--account=b", "--format=csv"))
                .isZero();
        assertThat(console.out()).contains("TODAY,2026-11-21,0,0,");
        assertThat(ask("--rule=tb.resp3m", "--target=0.9")).isZero();
        assertThat(console.out()).contains("Needed for 90.00 % by 2026-11-30: 2 more rounds, all good from now on.");
        assertThat(ask("--rule=cx.frt", "--target=0.9")).isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: cx.frt@1 is not a share of a count");
    }

    @Test
    void theViewsAgreeWithTheCommand() throws IOException {
        String where = " WHERE shop_id = 's1' AND rule_id = 'tb.resp3m'";

        assertThat(query("SELECT day, numerator, denominator FROM score_windows" + where
                        + " AND day IN ('2026-11-21', '2026-11-30', '2026-12-20', '2026-10-24') ORDER BY day"))
                .isEqualTo("2026-11-21\t8\t12\n2026-11-30\t7\t8");
        assertThat(query("SELECT day, numerator, denominator FROM score_windows_between(from_day = '2026-11-30',"
                        + " to_day = '2026-12-19')" + where + " ORDER BY day LIMIT 1"))
                .isEqualTo("2026-11-30\t7\t8");
        assertThat(query("SELECT day, numerator, denominator, leaves_on, numerator_after, denominator_after"
                        + " FROM score_window_exits" + where + " ORDER BY day"))
                .isEqualTo("2026-10-25\t1\t4\t2026-11-24\t7\t8\n2026-11-05\t3\t4\t2026-12-05\t4\t4");
        assertThat(query(
                        "SELECT count() FROM score_window_exits_between(from_day = '2026-10-26', to_day = '2026-11-05')"
                                + where))
                .isEqualTo("1");
    }

    @Test
    void theViewsOfDashboardsAgreeWithTheCommand() throws IOException {
        assertThat(query("SELECT day, numerator, denominator, leaves_on, numerator_after, denominator_after"
                        + " FROM score_window_days_on(rule = 'tb.resp3m@1', on_day = '2026-11-21')"
                        + " WHERE shop_id = 's1' ORDER BY day"))
                .isEqualTo("""
                        2026-10-25\t1\t4\t2026-11-24\t7\t8
                        2026-11-05\t3\t4\t2026-12-05\t4\t4
                        2026-11-20\t4\t4\t2026-12-20\t0\t0""".stripIndent());
        assertThat(recovery("2026-11-30", 90)).isEqualTo("7\t8\t2");
        assertThat(recovery("2026-11-21", 90)).isEqualTo("8\t12\t28");
        assertThat(recovery("2026-11-21", 100)).isEqualTo("8\t12\t\\N");
        assertThat(recovery("2026-12-10", 100)).isEqualTo("4\t4\t0");
    }

    @Test
    void listsWhatIsOpenAtAnInstantOfThePast() throws IOException {
        assertThat(dayEnd("09:59")).isZero();
        assertThat(console.out()).isEqualTo("shop_id,kind,id,owner,opened_at,due_at,overdue,buyer_id,detail\n");
        assertThat(dayEnd("10:00")).isZero();
        assertThat(items()).containsExactly("WAIT w1 ");
        assertThat(dayEnd("10:06")).isZero();
        assertThat(items()).containsExactly("PROMISE p1 a", "TICKET t1 a", "UNPAID_ORDER o1 a", "WAIT w1 b");
        assertThat(console.out()).contains("s1,PROMISE,p1,a,2026-11-11T10:01:00+08:00,2026-11-11T10:05:00+08:00,true,");
        assertThat(dayEnd("10:45")).isZero();
        assertThat(items()).containsExactly("PROMISE p1 a", "TICKET t1 a", "WAIT w2 ");
        assertThat(dayEnd("11:00")).isZero();
        assertThat(items()).containsExactly("PROMISE p1 a", "WAIT w2 ");
        assertThat(dayEnd("12:00")).isZero();
        assertThat(items()).containsExactly("TICKET t1 b", "WAIT w3 b");
    }

    @Test
    void theLedgerOfNowIsTheViewWithoutAnInstant() throws IOException {
        assertThat(query("SELECT kind, id FROM open_items WHERE shop_id = 's1' ORDER BY kind, id"))
                .isEqualTo("TICKET\tt1\nWAIT\tw3");
        assertThat(query("SELECT count() FROM open_items_at(at = '2027-06-01 00:00:00') WHERE kind = 'WAIT'"))
                .isEqualTo("0");
    }

    @Test
    void writesTheLedgerToAFile() throws IOException {
        Path file = directory.resolve("open.txt");

        assertThat(run(server.reader(), "day-end", "--shop=s1", "--date=2026-11-11", "--at=10:00", "--output=" + file))
                .isZero();
        assertThat(console.out()).isEmpty();
        assertThat(Files.readString(file))
                .startsWith("Shop s1 at 2026-11-11 10:00:00 (Asia/Shanghai): 1 open (wait 1)\n\nNobody: ");
        assertThat(run(server.reader(), "day-end", "--shop=s1", "--date=2026-11-11", "--output=" + directory))
                .isEqualTo(1);
        assertThat(console.err()).startsWith("deskpulse: Cannot write ");
    }

    private List<String> items() {
        return console.out()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> cells[1] + " " + cells[2] + " " + cells[3])
                .sorted()
                .toList();
    }

    private int dayEnd(String at) throws IOException {
        return run(server.reader(), "day-end", "--shop=s1", "--date=2026-11-11", "--at=" + at, "--format=csv");
    }

    private int ask(String... arguments) throws IOException {
        String[] all = Stream.concat(
                        Stream.of("score", "--shop=s1", "--date=2026-11-21", "--by=2026-11-30"), Stream.of(arguments))
                .toArray(String[]::new);
        return run(server.reader(), all);
    }

    private int run(ClickHouseAccess access, String... arguments) {
        return console.run(ServerArguments.of(access, directory, arguments));
    }

    private static String scores(String rule) throws IOException {
        return query("SELECT day, version, numerator, denominator FROM scores WHERE shop_id = 's1' AND rule_id = '"
                + rule + "' ORDER BY day, version");
    }

    private static String recovery(String day, int target) throws IOException {
        return query("SELECT numerator, denominator, needed FROM score_recovery_on(rule = 'tb.resp3m@1', on_day = '"
                + day + "', target_percent = " + target + ") WHERE shop_id = 's1'");
    }

    private static String query(String sql) throws IOException {
        return new ClickHouseHttp(server.reader(), ClickHouseAccess.DATABASE).query(sql);
    }

    private static Path rule(String file, String ruleId, String version, String facts, String measure, long limitMillis)
            throws IOException {
        return Files.writeString(
                directory.resolve(file),
                String.format(
                        "rule_id: %s%nversion: %s%nfacts: %s%nmeasure: %s%nlimit_ms: %d%nsource: a test%n",
                        ruleId, version, facts, measure, limitMillis));
    }
}
