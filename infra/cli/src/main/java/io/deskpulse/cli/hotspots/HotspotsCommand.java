package io.deskpulse.cli.hotspots;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deskpulse hotspots} with its subcommands. */
@Command(
        name = "hotspots",
        mixinStandardHelpOptions = true,
        header = "List, explain and judge incidents of complaint hotspots.",
        description = {
            "",
            "An incident is one or more alarms of one reason that one cell explains: a SKU, a region, a carrier, an agent group or the "
                    + "whole shop. What people say of it is stored and counted; nothing learns of it.",
            ""
        },
        subcommands = {
            ListHotspotsCommand.class,
            ShowCommand.class,
            ExplainCommand.class,
            JudgeCommand.Confirm.class,
            JudgeCommand.Dismiss.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:no such incident or shop, or the server is not reached", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse hotspots list --shop s1 --open",
            "  deskpulse hotspots explain 3f2a9c01de",
            "  deskpulse hotspots dismiss 3f2a --reason \"same buyer under three accounts\""
        })
public final class HotspotsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: list, show, explain, confirm or dismiss?");
    }
}
