package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.LocalClock;
import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.metrics.recovery.RecoveryQuestion;
import io.deskpulse.metrics.recovery.Target;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.scores.RecoveryReport;
import io.deskpulse.ops.scores.ScoreQuestion;
import io.deskpulse.ops.scores.ShopRates;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
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
            "1:no such rule, no rate, or the server is not reached",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse score --rule tb.resp3m --shop s1 --target 0.98 --by 2026-11-30",
            "  deskpulse score --rule tb.resp3m@1 --shop s1 --account s1:anna --target 95%% --by today --format json"
        })
final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rule",
            paramLabel = "RULE[@VERSION]",
            required = true,
            description = "A rule that is a rate; without version the one in force on each day.")
    private String rule;

    @Option(names = "--shop", paramLabel = "SHOP", required = true, description = "The shop.")
    private String shop;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "One account instead of the whole shop, for rules that score accounts.")
    private String account;

    @Option(names = "--target", paramLabel = "RATE", required = true, description = "Such as 0.98 or 98%%.")
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
        ScoreQuestion question = question(InstantSource.system().instant());
        RecoveryReport report = new ShopRates(server.clickHouse(System.getenv())).answer(question);
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (format) {
                    case text -> report.text();
                    case csv -> report.csv();
                    case json -> report.json();
                });
        out.flush();
        return 0;
    }

    /** What the arguments ask, at this instant; refuses what cannot be asked. */
    ScoreQuestion question(Instant now) {
        try {
            return new ScoreQuestion(
                    rule,
                    shop,
                    account,
                    new RecoveryQuestion(
                            window,
                            Target.parse(target),
                            (int) clock.day("--date", date, now).toEpochDay(),
                            (int) clock.day("--by", by, now).toEpochDay()));
        } catch (IllegalArgumentException e) {
            throw new UserError("That cannot be asked: " + e.getMessage() + ".", e);
        }
    }
}
