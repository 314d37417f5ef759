package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.rules.RuleFile;
import io.deskpulse.ops.rules.RuleStore;
import io.deskpulse.ops.rules.RuleText;
import io.deskpulse.ops.rules.RuleVersion;
import io.deskpulse.ops.tables.Table;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse rules} with its four subcommands. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        header = "List, show, check and add the rules that score the facts.",
        description = {
            "",
            "A rule is data with a version. Adding a version scores all history with it at once, without reprocessing; the others stay "
                    + "beside it. A version is never changed or removed.",
            ""
        },
        subcommands = {
            RulesCommand.ListRules.class,
            RulesCommand.Show.class,
            RulesCommand.Validate.class,
            RulesCommand.Add.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:mistakes in the file, no such rule, a version with another content, or the server is not reached",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse rules list",
            "  deskpulse rules show tb.resp3m@1 > resp3m.yaml    # a file to start from",
            "  deskpulse rules validate resp3m.yaml",
            "  deskpulse rules add resp3m.yaml"
        })
final class RulesCommand implements Runnable {
    private static final int MISTAKES = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: list, show, validate or add?");
    }

    /** {@code deskpulse rules list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, header = "One line for each version of each rule.")
    static final class ListRules implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(
                names = "--format",
                paramLabel = "text|csv|json",
                defaultValue = "text",
                description = "${DEFAULT-VALUE} by default.")
        private ResultFormat format;

        @Mixin
        private ClickHouseArguments server;

        @Override
        public Integer call() {
            List<List<String>> rows = new RuleStore(server.clickHouse(System.getenv()))
                    .all().stream()
                            .map(rule -> List.of(
                                    rule.ruleId(), rule.version(), RuleText.validity(rule), RuleText.words(rule)))
                            .toList();
            Table table = new Table(List.of("rule", "version", "valid", "what"), rows);
            print(spec, format.of(table::text, table::csv, table::json));
            return 0;
        }
    }

    /** {@code deskpulse rules show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            header = "A rule with all its parameters and in words, as the file that would add it.")
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "RULE[@VERSION]", description = "One version, or all of a rule.")
        private String name;

        @Mixin
        private ClickHouseArguments server;

        @Override
        public Integer call() {
            print(
                    spec,
                    new RuleStore(server.clickHouse(System.getenv()))
                            .versions(name).stream().map(RuleText::file).collect(Collectors.joining("---\n")));
            return 0;
        }
    }

    /** {@code deskpulse rules validate}. */
    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            header = "Find every mistake in a rule file; needs no server.")
    static final class Validate implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "A rule in YAML or JSON.")
        private Path file;

        @Override
        public Integer call() {
            RuleVersion rule = read(spec, file);
            if (rule == null) {
                return MISTAKES;
            }
            print(spec, rule.name() + ": " + RuleText.words(rule) + "\n");
            return 0;
        }
    }

    /** {@code deskpulse rules add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            header = "Add the version of a rule that a file tells, for good.")
    static final class Add implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "A rule in YAML or JSON.")
        private Path file;

        @Mixin
        private ClickHouseArguments server;

        @Override
        public Integer call() {
            RuleVersion rule = read(spec, file);
            if (rule == null) {
                return MISTAKES;
            }
            boolean added = new RuleStore(server.clickHouse(System.getenv())).add(rule);
            print(
                    spec,
                    rule.name()
                            + (added ? " added, valid " + RuleText.validity(rule) + ": " : " was there already: ")
                            + RuleText.words(rule) + "\n");
            return 0;
        }
    }

    /** The rule of a file; null after telling what is wrong with it. */
    private static RuleVersion read(CommandSpec spec, Path file) {
        RuleFile parsed = RuleFile.parse(TextFile.read(file));
        PrintWriter err = spec.commandLine().getErr();
        YamlProblem.tell(file, parsed.problems(), err::println);
        err.flush();
        return parsed.rule();
    }

    private static void print(CommandSpec spec, String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
