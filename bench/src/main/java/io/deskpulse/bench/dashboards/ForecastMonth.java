package io.deskpulse.bench.dashboards;

import io.deskpulse.local.batch.BatchRun;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Thirty days of forecasts: those that the staffing job makes of the month, a night's and an hour's of today, copied to all nights and hours
 * before, as if the job had run by its cron entries.
 */
final class ForecastMonth {
    private static final List<String> TABLES = List.of("forecast_slots", "forecast_totals");
    private static final int HOURS = 24;
    private static final int TASKS = 2;

    private final EmbeddedClickHouse server;
    private final ClickHouseHttp http;
    private final Progress progress;

    /** Forecasts in a server that holds the month. */
    ForecastMonth(EmbeddedClickHouse server, Progress progress) {
        this.server = server;
        this.http = new ClickHouseHttp(server.admin());
        this.progress = progress;
    }

    /** Fills the tables and merges them as a night would. */
    void fill() throws IOException {
        run("toStartOfDay(max(last_event_at))", List.of());
        String thisHour = run("toStartOfHour(max(last_event_at))", List.of("--staffing.intraday", "true"));
        for (String table : TABLES) {
            progress.step("Copying " + table + " to the hours and nights before …");
            http.query(copies(
                    table,
                    " WHERE made_at = parseDateTimeBestEffort('" + thisHour + "')",
                    HOURS,
                    "f.made_at - toIntervalHour(n.back) AS made_at"));
            http.query(copies(table, "", Month.DAYS, earlier(table)));
            progress.step("Merging " + table + " …");
            http.query("OPTIMIZE TABLE deskpulse." + table + " FINAL");
        }
    }

    private String run(String moment, List<String> settings) throws IOException {
        String madeAt = http.query("SELECT formatDateTime(" + moment + ", '%FT%TZ') FROM deskpulse.conversation_days");
        progress.step("Forecasting, as of " + madeAt + " …");
        List<String> all = new ArrayList<>(List.of("--staffing.made-at", madeAt));
        all.addAll(settings);
        BatchRun.run(JobCatalogue.job("staffing").orElseThrow(), server.writer(), all, TASKS);
        return madeAt;
    }

    /** SQL that repeats rows with times of their own, as often as wanted less the rows that are there. */
    private static String copies(String table, String where, int times, String replaced) {
        return "INSERT INTO deskpulse." + table + " SELECT f.* REPLACE (" + replaced
                + ") FROM (SELECT * FROM deskpulse." + table + " FINAL" + where
                + ") AS f CROSS JOIN (SELECT number + 1 AS back FROM numbers(" + (times - 1) + ")) AS n";
    }

    /** All times of a forecast so many days earlier. */
    private String earlier(String table) throws IOException {
        return http.query(
                "SELECT arrayStringConcat(groupArray(format('f.{0} - toIntervalDay(n.back) AS {0}', name)), ', ')"
                        + " FROM system.columns WHERE database = 'deskpulse' AND type LIKE 'Date%' AND table = '"
                        + table + "'");
    }
}
