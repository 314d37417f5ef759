package io.deskpulse.cli.forecast;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deskpulse forecast} and its subcommand. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        header = "Try forecasts of contacts on a history of your own.",
        description = {"", "Needs neither Kafka nor ClickHouse nor Flink.", ""},
        subcommands = BacktestCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all went well", "1:a file cannot be used; the message says which lines", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = "  deskpulse forecast backtest calls.csv.gz --interval 30 --leads 1,7,14")
public final class ForecastCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
