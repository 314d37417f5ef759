package io.deskpulse.cli.defects;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deskpulse defects} with its subcommands. */
@Command(
        name = "defects",
        mixinStandardHelpOptions = true,
        header = "List defects of products, and say what becomes of them.",
        description = {
            "",
            "An item is a product and what is wrong with it. It is NEW until somebody says ack, then ACKNOWLEDGED, FIXING, FIXED or "
                    + "NOT_A_DEFECT; a FIXED one that comes back is REOPENED by itself. What people say is stored with who and why.",
            ""
        },
        subcommands = {
            ListDefectsCommand.class,
            SayCommand.Ack.class,
            SayCommand.Assign.class,
            SayCommand.Fix.class,
            SayCommand.Reject.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:no such item or shop, or the server is not reached", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse defects list --shop s1 --open",
            "  deskpulse defects assign 3f2a --owner ann --due 2026-12-15",
            "  deskpulse defects fix 3f2a --on 2026-12-10 --note \"new glue from batch 12 on\"",
            "  deskpulse defects reject 3f2a --note \"one buyer under three accounts\""
        })
public final class DefectsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: list, ack, assign, fix or reject?");
    }
}
