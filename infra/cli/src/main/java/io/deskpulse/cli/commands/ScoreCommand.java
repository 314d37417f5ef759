package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.LocalClock;
import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.metrics.recovery.RecoveryQuestion;
import io.deskpulse.metrics.recovery.Target;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.scores.RecoveryReport;
import io.deskpulse.ops.scores.ScoreQuestion;
import io.deskpulse.ops.scores.ShopRates;
import io.deskpulse.ops.shops.ShopStore;
import io.deskpulse.ops.shops.StoredShop;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse score}. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        header = "Where a rate stands over its window, and what brings it back to a target by a day.",
        description = {
            "",
            "Adds up the days of the window that ends today, tells how many more on-time rounds (buyers, tickets …) lift the window "
                    + "that ends on the day asked for to the target, and lists the days below the target with the day on which each "
                    + "leaves the window. Whole numbers throughout; rates are shown rounded down.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:answered, also when the answer is that it is impossible",
            "1:no such shop or rule, no rate, or the server is not reached",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse score --shop s1 --by 2026-11-30             # its own rule and target",
            "  deskpulse score --rule tb.resp3m --shop s1 --target 0.98 --by 2026-11-30",
            "  deskpulse score --rule tb.resp3m@1 --shop s1 --account s1:anna --target 95%% --by today --format json"
        })
final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rule",
            paramLabel = "RULE[@VERSION]",
            description =
                    "A rule that is a rate; without version the one in force on each day (default: the shop's own rule).")
    private String rule;

    @Option(names = "--shop", paramLabel = "SHOP", required = true, description = "The shop.")
    private String shop;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "One account instead of the whole shop, for rules that score accounts.")
    private String account;

    @Option(
            names = "--target",
            paramLabel = "RATE",
            description = "Such as 0.98 or 98%% (default: the shop's own target).")
    private String target;

    @Option(
            names = "--by",
            paramLabel = "DAY",
            required = true,
            description = "The day whose window is to reach the target, or today.")
    private String by;

    @Option(
            names = "--date",
            paramLabel = "DAY",
            defaultValue = "today",
            description = "Look at it as if this day were today (default: ${DEFAULT-VALUE}).")
    private String date;

    @Option(
            names = "--window",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "Length of the window (default: ${DEFAULT-VALUE}).")
    private int window;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ResultFormat format;

    @Mixin
    private LocalClock clock;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        ClickHouseSql clickHouse = server.clickHouse(System.getenv());
        ScoreQuestion question = question(
                new ShopStore(clickHouse).find(shop), InstantSource.system().instant());
        RecoveryReport report = new ShopRates(clickHouse).answer(question);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.of(report::text, report::csv, report::json));
        out.flush();
        return 0;
    }

    /** What the arguments ask of a shop, at this instant; refuses what cannot be asked. */
    ScoreQuestion question(StoredShop known, Instant now) {
        ZoneId zone = clock.zone(known.zone());
        try {
            return new ScoreQuestion(
                    rule == null ? known.rule() : rule,
                    shop,
                    account,
                    new RecoveryQuestion(
                            window,
                            Target.parse(target == null ? known.targetPercent() + "%" : target),
                            (int) LocalClock.day("--date", date, now, zone).toEpochDay(),
                            (int) LocalClock.day("--by", by, now, zone).toEpochDay()));
        } catch (IllegalArgumentException e) {
            throw new UserError("That cannot be asked: " + e.getMessage() + ".", e);
        }
    }
}
