package io.deskpulse.local.cli;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.local.batch.BatchRun;
import io.deskpulse.local.clickhouse.RunningServer;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse staffing run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        header = "Make forecasts and agents of all shops, in this process, from what a ClickHouse knows.",
        description = {
            "",
            "Reads the measured contacts, handle times, concurrency and shifts of a stack that runs (--run-dir) or of any migrated "
                    + "ClickHouse (--url), and writes forecasts there. A run that is repeated for the same moment writes the same rows. On a "
                    + "cluster the same job is started with deskpulse job --job staffing.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:made", "1:it failed; the message says why", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse staffing run --run-dir ./data",
            "  deskpulse staffing run --run-dir ./data --made-at 2026-11-10T02:00:00+08:00 --interval 15",
            "  deskpulse staffing run --run-dir ./data --intraday",
            "  deskpulse staffing run --url http://clickhouse:8123 --set staffing.targets=CHAT=0.9/30,s1=0.8/60"
        })
public final class StaffingRunCommand implements Callable<Integer> {
    private static final int MOST_TASKS = 4;

    @Spec
    private CommandSpec spec;

    @Option(names = "--run-dir", paramLabel = "DIR", description = "Of a stack that runs on this machine.")
    private Path runDirectory;

    @Option(
            names = "--made-at",
            paramLabel = "TIME",
            defaultValue = "now",
            description = "Moment of the forecast, with its offset: nothing that came later is read (default: now).")
    private String madeAt;

    @Option(
            names = "--interval",
            paramLabel = "MINUTES",
            defaultValue = "30",
            description = "Length of an interval, 15 or 30 (default: ${DEFAULT-VALUE}).")
    private String interval;

    @Option(
            names = "--horizon-days",
            paramLabel = "DAYS",
            description = "Days to forecast, today the first (default: 14; with --intraday 1).")
    private Integer horizonDays;

    @Option(names = "--intraday", description = "Make the rest of today anew from what has come of it.")
    private boolean intraday;

    @Option(names = "--shops", paramLabel = "SHOP,…", description = "Shops to plan (default: all).")
    private String shops;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any other setting of the job, such as staffing.targets=CHAT=0.8/60; may be repeated.")
    private List<String> settings = List.of();

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        ClickHouseAccess writer = runDirectory == null
                ? server.access(System.getenv())
                : RunningServer.in(runDirectory).writer();
        ClickHouseSql clickHouse = new ClickHouseSql(writer);
        long before = rows(clickHouse);
        Terminal terminal = Terminal.standardError();
        terminal.step("Making forecasts from " + writer.url() + " …");
        DeskpulseJob job = JobCatalogue.job("staffing").orElseThrow();
        BatchRun.run(
                job,
                writer,
                arguments(),
                Math.min(MOST_TASKS, Runtime.getRuntime().availableProcessors()));
        spec.commandLine()
                .getOut()
                .println(told(
                        clickHouse.query(
                                "SELECT uniqExact(shop_id), count(), toString(max(made_at)) FROM deskpulse.forecast_slots FINAL"
                                        + " WHERE made_at = (SELECT max(made_at) FROM deskpulse.forecast_slots)",
                                row -> List.of(row.getString(1), row.getString(2), row.getString(3))),
                        rows(clickHouse) - before));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String told(List<List<String>> latest, long rows) {
        List<String> run = latest.get(0);
        if (rows == 0 && run.get(0).equals("0")) {
            return "No shop has a whole day of contacts yet: insufficient history, so there is no forecast.";
        }
        return rows + " intervals written; the latest run is of " + run.get(2) + " UTC: " + run.get(1)
                + " intervals of " + run.get(0) + " shops.";
    }

    private static long rows(ClickHouseSql clickHouse) {
        return clickHouse
                .query("SELECT count() FROM deskpulse.forecast_slots FINAL", row -> row.getLong(1))
                .get(0);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--staffing.made-at", madeAt,
                "--staffing.interval", interval,
                "--staffing.intraday", String.valueOf(intraday)));
        if (horizonDays != null) {
            arguments.addAll(List.of("--staffing.horizon-days", String.valueOf(horizonDays)));
        }
        if (shops != null) {
            arguments.addAll(List.of("--staffing.shops", shops));
        }
        for (String pair : settings) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UserError("--set must be KEY=VALUE, got " + pair + ".");
            }
            arguments.addAll(List.of("--" + pair.substring(0, equals), pair.substring(equals + 1)));
        }
        return arguments;
    }
}
