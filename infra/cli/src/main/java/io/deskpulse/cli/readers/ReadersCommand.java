package io.deskpulse.cli.readers;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deskpulse readers} and its subcommands. */
@Command(
        name = "readers",
        mixinStandardHelpOptions = true,
        header = "Users of ClickHouse who see the rows of some shops only; needs no server.",
        description = {
            "",
            "A reader sees its shops in every table, view, board and pull, and of the others no row. Whoever is in no file of readers sees "
                    + "what it saw before.",
            "",
            "Rights name each table and view: after an upgrade write the file again, until then what is new is refused.",
            ""
        },
        subcommands = {ListReadersCommand.class, WriteReadersCommand.class, HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:mistakes in the file, or it cannot be read or written", "2:wrong usage"},
        footerHeading = "%nA file:%n",
        footer = {
            "  readers:",
            "    - name: north",
            "      shops: [s1, s2]",
            "      password: $${NORTH_PASSWORD}        # a variable of the environment; or password_sha256: and its hash",
            "      from: [10.0.0.0/8]                 # without it: from anywhere",
            "      quota:                             # 0 = no limit; these are the defaults",
            "        interval: PT1H",
            "        queries: 20000",
            "        read_rows: 0",
            "        execution_seconds: 3600"
        })
public final class ReadersCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: list or write?");
    }
}
