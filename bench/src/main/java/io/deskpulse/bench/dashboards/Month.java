package io.deskpulse.bench.dashboards;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Thirty days of two hundred shops: the seed week once for each group of four shops, so many times over and so many weeks back as
 * the wanted number of rounds takes. A share of the buyers is left out where a whole copy would be too much.
 */
final class Month {
    static final int DAYS = 30;
    static final int SHOPS = 200;

    private static final int GROUPS = SHOPS / SeedWeek.SHOPS;
    private static final int GROUPS_AT_A_TIME = 2;
    private static final int WEEKS = (DAYS + SeedWeek.DAYS - 1) / SeedWeek.DAYS;
    private static final int LIVE_PARTS = 8;

    private final ClickHouseHttp http;
    private final Progress progress;

    /** A month in the server that holds the seed week. */
    Month(ClickHouseAccess admin, Progress progress) {
        this.http = new ClickHouseHttp(admin);
        this.progress = progress;
    }

    /** Fills the tables, at most {@code copies} and a rest apart from the number wanted, and merges them as a night would. */
    void fill(long rounds) throws IOException {
        setSeedAside();
        // Of the weeks, only days within the month are copied.
        long perCopy = GROUPS
                * number("SELECT sum(length(`rounds.opened_at`)) FROM seed.conversation_days FINAL"
                        + " ARRAY JOIN range(" + WEEKS + ") AS week"
                        + " WHERE day - " + SeedWeek.DAYS + " * week > (SELECT max(day) FROM seed.conversation_days) - "
                        + DAYS);
        double needed = (double) rounds / perCopy;
        int copies = (int) Math.ceil(needed);
        long shareInMillion = Math.round(needed / copies * 1_000_000);
        for (FactTable table : FactTable.values()) {
            fill(table, copies, shareInMillion);
        }
        for (FactTable table : FactTable.values()) {
            progress.step("Merging " + table.table() + " …");
            http.query("OPTIMIZE TABLE deskpulse." + table.table() + " FINAL");
        }
        fillShops();
        fillOperations(rounds);
    }

    /** Each shop is described as the one that it is a copy of. */
    private void fillShops() throws IOException {
        http.query("INSERT INTO deskpulse.shop_settings SELECT s.* REPLACE"
                + " (concat(s.shop_id, '-', leftPad(toString(n.number), 2, '0')) AS shop_id)"
                + " FROM (SELECT * FROM deskpulse.shop_settings FINAL WHERE shop_id != '') AS s"
                + " CROSS JOIN numbers(" + GROUPS + ") AS n");
    }

    /** Leaves today as jobs leave it while they write: rows repeated in parts that no merge has met yet. */
    void goLive() throws IOException {
        for (FactTable table : FactTable.values()) {
            String name = "deskpulse." + table.table();
            http.query("SYSTEM STOP MERGES " + name);
            for (int part = 0; part < LIVE_PARTS; part++) {
                http.query("INSERT INTO " + name + " SELECT * FROM " + name + " WHERE (" + table.day()
                        + ") = (SELECT max(day) FROM deskpulse.conversation_days) AND cityHash64(" + table.spread()
                        + ") % 200 = " + part);
            }
        }
    }

    /** Empties the tables; the seed week, if it is still in them, stays in a database of its own. */
    private void setSeedAside() throws IOException {
        if (number("SELECT count() FROM system.databases WHERE name = 'seed'") == 0) {
            http.query("CREATE DATABASE seed");
        }
        for (FactTable table : FactTable.values()) {
            String name = table.table();
            if (number("SELECT count() FROM system.tables WHERE database = 'seed' AND name = '" + name + "'") == 0) {
                http.query("RENAME TABLE deskpulse." + name + " TO seed." + name);
            }
            http.query("CREATE OR REPLACE TABLE deskpulse." + name + " AS seed." + name);
        }
    }

    private void fill(FactTable table, int copies, long shareInMillion) throws IOException {
        String copied = columns(table).stream().map(Column::copied).collect(Collectors.joining(", "));
        for (int week = 0; week < WEEKS; week++) {
            for (int group = 0; group < GROUPS; group += GROUPS_AT_A_TIME) {
                http.query(String.format(
                                Locale.ROOT,
                                "INSERT INTO deskpulse.%1$s SELECT %2$s FROM"
                                        + " (SELECT *, toUInt8(%3$d) AS week FROM seed.%1$s FINAL"
                                        + " WHERE (%4$s) - %5$d > (SELECT max(day) FROM seed.conversation_days) - %6$d) AS s"
                                        + " ARRAY JOIN arrayFilter(n -> %7$s, range(%8$d, %9$d)) AS shop_and_copy",
                                table.table(),
                                copied,
                                week,
                                table.day(),
                                week * SeedWeek.DAYS,
                                DAYS,
                                table.isOncePerShop()
                                        ? "n % {copies} = 0"
                                        : "cityHash64(s." + table.spread() + ", n, s.week) % 1000000 < "
                                                + shareInMillion,
                                group * copies,
                                (group + GROUPS_AT_A_TIME) * copies)
                        .replace("{copies}", Integer.toString(copies)));
                progress.step(
                        "Filling %s: week %d of %d, %,d rows".formatted(table.table(), week + 1, WEEKS, rows(table)));
            }
        }
    }

    /** Refused events, one in ten thousand rounds, and a sample of each job every ten seconds. */
    private void fillOperations(long rounds) throws IOException {
        String end = " CROSS JOIN (SELECT max(last_event_at) AS at FROM seed.conversation_days) AS e";
        http.query("INSERT INTO deskpulse.rejections SELECT 'deskpulse.chat.v1', number % 4, number,"
                + " at - toIntervalSecond(number * 7919 % (86400 * 30)),"
                + " ['IN_FUTURE', 'TOO_LATE', 'IMPOSSIBLE_VALUE'][1 + number % 3], 'event_time', 0, number,"
                + " concat('guozi-snacks-', leftPad(toString(number % 50), 2, '0')) FROM numbers("
                + rounds / 10_000 + ") AS n" + end);
        int jobs = JobCatalogue.names().size();
        http.query("INSERT INTO deskpulse.job_samples SELECT ['" + String.join("', '", JobCatalogue.names())
                + "'][1 + number % "
                + jobs + "], at - toIntervalSecond(10 * intDiv(number, " + jobs
                + ")) AS t, 'RUNNING', number % 5, t - toIntervalMillisecond(800),"
                + " 1000, 1500, t - toIntervalSecond(5), 300, 50000000, 0, 0 FROM numbers(" + jobs * 8640 * 30
                + ") AS n"
                + end);
    }

    private List<Column> columns(FactTable table) throws IOException {
        return http.query("SELECT name, type FROM system.columns WHERE database = 'deskpulse' AND table = '"
                        + table.table() + "' AND default_kind != 'MATERIALIZED' ORDER BY position")
                .lines()
                .map(line -> line.split("\t"))
                .map(parts -> new Column(parts[0], parts[1].replace("\\'", "'")))
                .toList();
    }

    private long rows(FactTable table) throws IOException {
        return number("SELECT sum(rows) FROM system.parts WHERE active AND database = 'deskpulse' AND table = '"
                + table.table() + "'");
    }

    private long number(String sql) throws IOException {
        return Long.parseLong(http.query(sql));
    }
}
