package io.deskpulse.cli.reasons;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deskpulse reasons} and its three subcommands. */
@Command(
        name = "reasons",
        mixinStandardHelpOptions = true,
        header = "List, check and extend the reasons that complaints are mapped to; all but apply need no server.",
        description = {
            "",
            "Labels of platforms and what buyers write become one of these reasons, and an attribute of the product. A file of your own "
                    + "adds reasons and synonyms to the bundled ones; jobs read it with --reasons FILE.",
            ""
        },
        subcommands = {
            ListReasonsCommand.class,
            CheckReasonsCommand.class,
            AddReasonCommand.class,
            ApplyReasonsCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:mistakes in the file, or it cannot be read or written", "2:wrong usage"},
        footerHeading = "%nA file:%n",
        footer = {
            "  reasons:",
            "    - code: wrong_engraving               # of your own: it takes the next place, for good",
            "      zh: 刻字错误",
            "      en: Wrong engraving",
            "      kind: quality                       # or logistics, service",
            "      edition: 1                          # of the bundled reasons that it is added to",
            "      synonyms: {zh: [刻字…错], en: [wrong name on]}",
            "    - code: broken                        # bundled: more of what your buyers write",
            "      synonyms: {zh: [碎成渣]}",
            "  attributes:",
            "    - code: engraving",
            "      zh: 刻字",
            "      en: Engraving"
        })
public final class ReasonsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: list, check, add or apply?");
    }
}
