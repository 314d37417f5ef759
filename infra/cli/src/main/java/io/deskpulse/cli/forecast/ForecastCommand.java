package io.deskpulse.cli.forecast;

import io.deskpulse.cli.planning.AccuracyCommand;
import io.deskpulse.cli.planning.EventCommand;
import io.deskpulse.cli.planning.ExplainForecastCommand;
import io.deskpulse.cli.planning.OverrideCommand;
import io.deskpulse.cli.planning.Pull;
import io.deskpulse.cli.planning.TagCommand;
import io.deskpulse.ops.forecasts.EventStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deskpulse forecast} and its subcommands. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        header = "Contacts to come: pull, explain and overrule forecasts, and try them on a history of your own.",
        description = {
            "",
            "With --shop it prints what was forecast, in the form that is asked for; as ics, the calendar of events. backtest needs neither "
                    + "Kafka nor ClickHouse nor Flink.",
            ""
        },
        subcommands = {
            BacktestCommand.class,
            ExplainForecastCommand.class,
            OverrideCommand.class,
            EventCommand.class,
            TagCommand.class,
            AccuracyCommand.class
        },
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well",
            "1:a file cannot be used, there is no such shop or forecast, or the server is not reached",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse forecast --shop s1 --format csv",
            "  deskpulse forecast --shop s1 --channel CHAT --format genesys --out week.json.gz",
            "  deskpulse forecast explain --shop s1 --at 2026-11-11T20:00",
            "  deskpulse forecast backtest calls.csv.gz --interval 30 --leads 1,7,14"
        })
public final class ForecastCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Pull pull;

    @Override
    public Integer call() {
        if (pull.isAsked()) {
            pull.run(spec, (planning, shop) -> new EventStore(planning.clickHouse()).calendar(shop));
        } else {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
        return 0;
    }
}
