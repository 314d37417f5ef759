package io.deskpulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incidents as the views group alarms into them, and as commands list, explain and judge them, on a real server. */
class HotspotsIT {
    private static final String ALARM =
            "INSERT INTO deskpulse.hotspot_alarms (shop_id, reason, dimension, value, opened_at, version, incident_id,"
                    + " head_dimension, head_value, kind, is_open, is_learning, updated_at, ended_at, first_seen_at, observed,"
                    + " buyers, expected, ratio, ratio_low, ratio_high, score, threshold, window_ms, evidence, campaign,"
                    + " event_ids) VALUES ";

    @TempDir
    static Path directory;

    private static EmbeddedClickHouse server;

    private final Console console = new Console();

    /** A batch of one SKU that rang under its carrier first, an incident of a new shop, and one of another shop. */
    @BeforeAll
    static void startServer() throws IOException {
        server = MigratedServer.start(directory);
        admin("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version)"
                + " VALUES ('s1', '2026-11-01', 'c1', 1), ('young', '2026-11-01', 'c1', 1)");
        admin(ALARM
                // The carrier opened the incident, was its head, and left it to the SKU.
                + "('s1', 'broken', 'CARRIER', 'SF', toDateTime64('2026-11-20 02:00:00', 3, 'UTC'), 0, 'broken:1', 'CARRIER', 'SF', 'BURST', true, false,"
                + " now64(3) - 7200, NULL, now64(3) - 10000, 4, 4, 1.5, 2.25, 1, 4, 5.5, 5.4, 3600000, 1.5, '', ['c4']),"
                + "('s1', 'broken', 'CARRIER', 'SF', toDateTime64('2026-11-20 02:00:00', 3, 'UTC'), 2, 'broken:1', 'SKU',"
                + " 'sku-3', 'BURST', false, false, now64(3) - 600, now64(3) - 600, now64(3) - 10000, 9, 8, 3.2, 2.6, 1.4,"
                + " 4.1, 5.9, 5.4, 21600000, 2.5, '', ['c9']),"
                + "('s1', 'broken', 'SKU', 'sku-3', toDateTime64('2026-11-20 03:00:00', 3, 'UTC'), 0, 'broken:1', 'SKU', 'sku-3', 'BURST', true, false,"
                + " now64(3) - 3600, NULL, now64(3) - 10000, 7, 7, 0.9, 5.36, 3, 8, 7.5, 6.6, 21600000, 6.5, 'spring', ['e7']),"
                + "('s1', 'broken', 'SKU', 'sku-3', toDateTime64('2026-11-20 03:00:00', 3, 'UTC'), 3, 'broken:1', 'SKU', 'sku-3', 'BURST', true, false,"
                + " now64(3) - 600, NULL, now64(3) - 10000, 14, 13, 1.3, 8.06, 4.87, 11.84, 8.93, 6.64, 21600000, 7.2,"
                + " 'spring', ['e14', 'e13']),"
                + "('young', 'late', 'REGION', '浙江', now64(3) - 90000, 5, 'late:1', 'REGION', '浙江', 'DRIFT', false, true,"
                + " now64(3) - 5000, now64(3) - 5000, now64(3) - 400000, 30, 28, 12, 2.44, 1.7, 3.2, 6, 5, 86400000, 3.1, '',"
                + " [])");
        admin(
                "INSERT INTO deskpulse.hotspot_cell_days VALUES ('s1', toDate(now64(3) - 86400), 'broken', 'SKU', 'sku-3',"
                        + " 120, 3, 0.9, 3, 1.1, 0.5, 1), ('s1', toDate(now64(3) - 86400), 'broken', 'SKU', 'sku-9', 80, 4, 3.5, 5, 4.1,"
                        + " 2.2, 3.9), ('s1', toDate(now64(3) - 86400), 'broken', 'SHOP', '', 900, 9, 8, 9, 3, 2.5, 3),"
                        + " ('s1', toDate(now64(3) - 172800), 'broken', 'SKU', 'sku-8', 80, 4, 3.5, 5, 4.1, 2.2, 3.9)");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void anIncidentIsOneRowUnderTheCellThatExplainsIt() throws IOException {
        assertThat(query(
                        "SELECT shop_id, reason, dimension, value, state, alarms, observed, isNull(ended_at), campaign, learning"
                                + " FROM hotspot_incidents ORDER BY shop_id"))
                .isEqualTo("s1\tbroken\tSKU\tsku-3\tOPEN\t2\t14\t1\tspring\tfalse\n"
                        + "young\tlate\tREGION\t浙江\tENDED\t1\t30\t0\t\\N\ttrue");
    }

    @Test
    void anAlarmIsItsLatestVersion() throws IOException {
        assertThat(query("SELECT value, version, head, state, window, event_ids FROM hotspots WHERE value = 'sku-3'"))
                .isEqualTo("sku-3\t3\tSKU sku-3\tOPEN\tPT6H\t['e14','e13']");
    }

    @Test
    void aCellThatWasAlwaysBadStandsOutOnTheLastDay() throws IOException {
        assertThat(query("SELECT value, observed, rate_low FROM bad_against_peers_at(at = now64(3))"))
                .isEqualTo("sku-9\t4\t2.2");
    }

    @Test
    void incidentsAreListedForPeopleAndForPrograms() throws IOException {
        assertThat(run("list")).isZero();
        assertThat(console.out())
                .contains("SKU sku-3")
                .contains("8.06 (4.87 – 11.8)")
                .contains("region 浙江")
                .contains("ended, learning");
        assertThat(run("list", "--open", "--shop=s1", "--format=csv")).isZero();
        assertThat(console.out().lines()).hasSize(2);
        assertThat(console.out()).contains(",broken,SKU,sku-3,BURST,OPEN,false,2,");
        assertThat(run("show", id("s1"), "--format=json")).isZero();
        assertThat(console.out()).contains("\"observed\" : 14").contains("\"event_ids\" : [ \"e14\", \"e13\" ]");
        assertThat(run("list", "--shop=nowhere")).isEqualTo(1);
        assertThat(console.err()).contains("There is no shop nowhere").doesNotContain("\tat ");
    }

    @Test
    void theExplanationSaysWhatWasExpectedAndSeenAndWhatElseRang() throws IOException {
        assertThat(run("explain", id("s1").substring(0, 6))).isZero();
        assertThat(console.out())
                .contains("reason broken, SKU sku-3, open since")
                .contains("there were 14 complaints of 13 different buyers where 1.30 were expected")
                .contains("8.06 times as many (4.87 to 11.8 with 90 % certainty)")
                .contains("Its evidence is 8.93 where alarms of this kind open at 6.64")
                .contains("within 6 h so many complaints have a probability of 1 in 10^7.2")
                .contains("The campaign spring ran")
                .contains("SKU sku-3 explains the other cells that rang:")
                .contains("carrier SF")
                .contains("120")
                .contains("Latest complaints, by their events: e14, e13");
    }

    @Test
    void whatPeopleSayIsKeptAndCounted() throws IOException {
        String id = id("s1");
        assertThat(run("dismiss", id, "--reason", "wrong first", "--by", "ben")).isZero();
        assertThat(run("confirm", id, "--reason", "zips of batch 7", "--by", "anna"))
                .isZero();
        assertThat(console.out())
                .contains(id + " is confirmed.")
                .contains("Of 1 incidents of s1 in 30 days 1 were confirmed, 0 dismissed, 0 not judged.");
        assertThat(run("explain", id)).isZero();
        assertThat(console.out()).contains("Confirmed by anna").contains("zips of batch 7");
        assertThat(query("SELECT count() FROM hotspot_verdicts")).isEqualTo("2");
        assertThat(query("SELECT incidents, confirmed FROM hotspot_verdicts_at(at = now64(3))"))
                .isEqualTo("1\t1");
    }

    /** The carrier founded an incident, which was judged and then merged into one that another cell founded. */
    @Test
    void whatWasSaidOfAnIncidentThatMergedCountsForTheOther() throws IOException {
        String numbers =
                " 0, 'late:1795226400001:SKU:sku-3', 'SKU', 'sku-3', 'BURST', true, false, now64(3), NULL, now64(3), 4, 4,"
                        + " 1.5, 2.25, 1, 4, 5.5, 5.4, 3600000, 1.5, '', [])";
        admin(ALARM
                + "('merged', 'late', 'SKU', 'sku-3', toDateTime64('2026-11-21 02:00:00.001', 3, 'UTC')," + numbers
                + ", ('merged', 'late', 'CARRIER', 'SF', toDateTime64('2026-11-21 02:00:00', 3, 'UTC')," + numbers
                + ", ('merged', 'late', 'REGION', '浙江', toDateTime64('2026-11-21 02:00:00', 3, 'UTC')," + numbers);
        admin("INSERT INTO deskpulse.hotspot_verdicts VALUES"
                + " ('merged', 'late:1795226400000:REGION:浙江', now64(3) - 60, 'DISMISSED', 'no', 'ben'),"
                + " ('merged', 'late:1795226400000:CARRIER:SF', now64(3) - 30, 'CONFIRMED', 'a depot burnt', 'anna'),"
                + " ('elsewhere', 'late:1795226400000:CARRIER:SF', now64(3), 'DISMISSED', 'no', 'ben')");

        assertThat(
                        query(
                                "SELECT value, verdict, verdict_by, verdict_reason FROM hotspot_incidents WHERE shop_id = 'merged'"))
                .isEqualTo("sku-3\tCONFIRMED\tanna\ta depot burnt");
        admin("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version)"
                + " VALUES ('merged', '2026-11-01', 'c1', 1)");
        String merged = query("SELECT founded_id FROM hotspots WHERE shop_id = 'merged' AND value = 'SF'");
        assertThat(run("show", merged)).as(console.err()).isZero();
        assertThat(console.out()).contains(id("merged")).doesNotContain(merged);

        admin("ALTER TABLE deskpulse.conversation_days DELETE WHERE shop_id = 'merged' SETTINGS mutations_sync = 1");
        admin("ALTER TABLE deskpulse.hotspot_alarms DELETE WHERE shop_id = 'merged' SETTINGS mutations_sync = 1");
        admin("ALTER TABLE deskpulse.hotspot_verdicts DELETE WHERE shop_id != 's1' SETTINGS mutations_sync = 1");
    }

    @Test
    void mistakesAreNamed() {
        assertThat(run("explain", "zzz")).isEqualTo(1);
        assertThat(console.err())
                .contains("There is no incident zzz. The latest are: ")
                .doesNotContain("\tat ");
        assertThat(run("show", "")).isEqualTo(1);
        assertThat(console.err()).contains("Several incidents begin with");
        assertThat(run("confirm", "abc")).isEqualTo(2);
        assertThat(console.err()).contains("--reason");
        assertThat(run("confirm", "abc", "--reason", " ")).isEqualTo(1);
        for (String days : List.of("--days=0", "--days=36501")) {
            assertThat(run("list", days)).isEqualTo(1);
            assertThat(console.err()).contains("--days must be from 1 to 36500");
        }
    }

    private static String id(String shop) throws IOException {
        return query("SELECT id FROM hotspot_incidents WHERE shop_id = '" + shop + "'");
    }

    private int run(String command, String... arguments) {
        String[] whole = Stream.concat(Stream.of("hotspots", command), Stream.of(arguments))
                .toArray(String[]::new);
        return console.run(ServerArguments.of(server.writer(), directory, whole));
    }

    private static String query(String sql) throws IOException {
        return new ClickHouseHttp(server.reader(), ClickHouseAccess.DATABASE).query(sql);
    }

    private static void admin(String sql) throws IOException {
        new ClickHouseHttp(server.admin()).query(sql);
    }
}
