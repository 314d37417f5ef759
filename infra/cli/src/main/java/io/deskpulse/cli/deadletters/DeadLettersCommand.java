package io.deskpulse.cli.deadletters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deskpulse dead-letters} and its three subcommands. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        header = "List, export and feed back the messages that were refused.",
        description = {
            "",
            "Refused messages lie in the topic deskpulse.dead-letters.v1, original bytes and reason; the view rejected_events shows the "
                    + "same without content. Typical repair: export, correct, replay --file.",
            ""
        },
        subcommands = {ListLettersCommand.class, ExportLettersCommand.class, ReplayLettersCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all went well", "1:something failed; the message says what", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse dead-letters list --kafka localhost:9092 --reason TOO_LATE",
            "  deskpulse dead-letters export --kafka localhost:9092 --to letters/",
            "  deskpulse dead-letters replay --kafka localhost:9092 --file repaired.jsonl",
            "  deskpulse dead-letters replay --kafka localhost:9092 --letter 0:17 --letter 0:18"
        })
public final class DeadLettersCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
