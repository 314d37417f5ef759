package io.deskpulse.cli.kept;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deskpulse retention} and its subcommands. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        header = "How long each table keeps its rows.",
        description = {
            "",
            "Facts are kept for ever unless a file says otherwise. ClickHouse drops what is older when it merges, within hours; a longer "
                    + "retention brings nothing back.",
            ""
        },
        subcommands = {ShowRetentionCommand.class, ApplyRetentionCommand.class, HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:mistakes in the file, or it cannot be read, or no server", "2:wrong usage"},
        footerHeading = "%nA file:%n",
        footer = {
            "  retention:",
            "    conversation_days: P750D              # forecasts learn from 104 weeks",
            "    complaint_facts.quotes: P30D          # a column of its own",
            "    rejections: forever"
        })
public final class RetentionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: show or apply?");
    }
}
