package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.streaming.settings.ResolutionSettings;
import io.deskpulse.streaming.shops.ShopFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse settings} with its two subcommands. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        header = "Check the settings file of the jobs: calendars, service-level policies and shops.",
        description = {
            "",
            "Jobs read such a file with --settings FILE and do not start when it has mistakes. What it says of shops goes to a server with "
                    + "deskpulse shops apply.",
            ""
        },
        subcommands = {SettingsCommand.Check.class, SettingsCommand.Show.class, CommandLine.HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:mistakes in the file, all of which are listed, or it cannot be read",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse settings show > shop.yaml    # a file to start from",
            "  deskpulse settings check shop.yaml",
            "  deskpulse replay tickets.jsonl.gz --set settings=shop.yaml"
        })
final class SettingsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand");
    }

    /** {@code deskpulse settings check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            header = "List every mistake of a file, each with its line and column.")
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "Settings as YAML, UTF-8.")
        private Path file;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            String text = TextFile.read(file);
            Set<YamlProblem> found =
                    new LinkedHashSet<>(ResolutionSettings.parse(text).problems());
            found.addAll(ShopFile.parse(text).problems());
            List<YamlProblem> problems = found.stream().sorted().toList();
            PrintWriter out = spec.commandLine().getOut();
            YamlProblem.tell(file, problems, out::println);
            out.println(problems.isEmpty() ? file + " is right." : file + ": " + problems.size() + " mistakes.");
            out.flush();
            return problems.isEmpty() ? 0 : 1;
        }
    }

    /** {@code deskpulse settings show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            header = "Print the settings that hold when no file is named, with comments: the template of your own.")
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            try (InputStream bundled =
                    ResolutionSettings.class.getResourceAsStream(ResolutionSettings.DEFAULT_RESOURCE)) {
                PrintWriter out = spec.commandLine().getOut();
                out.print(new String(bundled.readAllBytes(), StandardCharsets.UTF_8));
                out.flush();
            }
            return 0;
        }
    }
}
