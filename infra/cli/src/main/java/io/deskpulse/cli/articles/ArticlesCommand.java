package io.deskpulse.cli.articles;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deskpulse articles} and its subcommands. */
@Command(
        name = "articles",
        mixinStandardHelpOptions = true,
        header = "Check, apply and list the articles of knowledge bases; check needs no server.",
        description = {
            "",
            "What your knowledge base explains, and since when: views tell from it whether buyers ask less of a topic since there is an "
                    + "article about it (article_effects), and of which they ask again and again without one (knowledge_gaps_between).",
            ""
        },
        subcommands = {
            ListArticlesCommand.class,
            CheckArticlesCommand.class,
            ApplyArticlesCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:mistakes in the file, or it cannot be read, or no server", "2:wrong usage"},
        footerHeading = "%nA file:%n",
        footer = {
            "  articles:",
            "    - id: kb-17",
            "      shop: s1                            # without it: of every shop",
            "      topic: SIZE                         # deskpulse topics list",
            "      title: 尺码表",
            "      terms: [尺码表, size chart]",
            "      published: 2026-11-01               # first day on which buyers could read it",
            "      changed: 2026-11-15                 # its last change, if any",
            "      withdrawn: 2026-12-01               # first day on which they no longer can, if any"
        })
public final class ArticlesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: list, check or apply?");
    }
}
