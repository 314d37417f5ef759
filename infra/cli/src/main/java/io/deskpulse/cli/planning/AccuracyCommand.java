package io.deskpulse.cli.planning;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.forecasts.AccuracyReport;
import io.deskpulse.ops.tables.Table;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse forecast accuracy}. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        header = "How good forecasts were, by lead, beside the mean of the last 8 weeks and beside chance.",
        description = {
            "",
            "Each forecast is judged by what was known when it was made. The floor is the error that even the true rates would have; no "
                    + "target below it can be met.",
            ""
        })
public final class AccuracyCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 400;

    @Spec
    private CommandSpec spec;

    @Option(names = "--shop", paramLabel = "SHOP", description = "One shop (default: all together).")
    private String shop;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "28",
            description = "The last days that came (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--csv", description = "As CSV.")
    private boolean csv;

    @Mixin
    private PlanningArguments planning;

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw new UserError("--days must be from 1 to " + MOST_DAYS + ", got " + days + ".");
        }
        if (shop != null) {
            planning.zone(shop);
        }
        Table table = new AccuracyReport(planning.clickHouse()).of(shop == null ? "" : shop, days);
        PrintWriter out = spec.commandLine().getOut();
        if (table.rows().isEmpty()) {
            out.println("No forecast interval is over yet, so none can be judged.");
        } else {
            out.print(csv ? table.csv() : table.text());
        }
        out.flush();
        return 0;
    }
}
