package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.shops.ShopStore;
import io.deskpulse.ops.tables.Table;
import io.deskpulse.streaming.shops.ShopFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse shops} with its three subcommands. */
@Command(
        name = "shops",
        mixinStandardHelpOptions = true,
        header = "Check, list and apply what shops are: zone, currency, hours, rule and target.",
        description = {
            "",
            "The same settings file feeds the jobs (--settings FILE) and, once applied, every view, board, alert and command. A shop "
                    + "that it does not describe has what default_shop says.",
            ""
        },
        subcommands = {
            ShopsCommand.Check.class,
            ShopsCommand.ListShops.class,
            ShopsCommand.Apply.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:mistakes in the file, a rule that the server does not have, or the server is not reached",
            "2:wrong usage"
        },
        footerHeading = "%nA file:%n",
        footer = {
            "  shops:",
            "    northlight:",
            "      name: Northlight Outdoor",
            "      time_zone: America/Chicago",
            "      currency: USD",
            "      language: en",
            "      platform: own                     # tb, jd, dy and pdd name a rule by themselves",
            "      hours: {mon-sat: [\"09:00-21:00\"]} # or calendar: NAME of the file",
            "      holidays: [2026-12-25]",
            "      rule: tb.resp3m@1",
            "      target_percent: 90",
            "      groups: {presale: [\"northlight:emma\"]}",
            "      workbench: https://desk.example/{kind}/{id} # where a case is opened",
            "      handling_cost_per_hour: 24.50     # of an account, for the money that defects take",
            "      quotes: true                      # keep the words of complaints, redacted, for 90 days",
            "      campaigns: [{name: Black Friday, from: 2026-11-27, to: 2026-12-01}] # until the 30th, midnight",
            "  default_shop: {time_zone: Asia/Shanghai, currency: CNY}"
        })
final class ShopsCommand implements Runnable {
    private static final int MISTAKES = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: check, list or apply?");
    }

    /** {@code deskpulse shops check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            header = "List every mistake of a file, each with its line and column; needs no server.")
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "Settings as YAML or JSON, UTF-8.")
        private Path file;

        @Override
        public Integer call() {
            ShopFile read = ShopFile.parse(TextFile.read(file));
            PrintWriter out = spec.commandLine().getOut();
            YamlProblem.tell(file, read.problems(), out::println);
            if (read.problems().isEmpty()) {
                int shops = read.settings().shops().size();
                out.println(file + " is right: " + shops + (shops == 1 ? " shop." : " shops."));
            } else {
                out.println(YamlProblem.sum(file, read.problems().size()));
            }
            out.flush();
            return read.problems().isEmpty() ? 0 : MISTAKES;
        }
    }

    /** {@code deskpulse shops list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            header = "One line for each shop that settings describe or events name.")
    static final class ListShops implements Callable<Integer> {
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
            LocalDate day =
                    InstantSource.system().instant().atZone(ZoneOffset.UTC).toLocalDate();
            Table table = new ShopStore(server.clickHouse(System.getenv())).list(day);
            PrintWriter out = spec.commandLine().getOut();
            out.print(format.of(table::text, table::csv, table::json));
            out.flush();
            return 0;
        }
    }

    /** {@code deskpulse shops apply}. */
    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            header = "Make the server's shops those of a file, and say what changes.",
            description = {
                "",
                "A shop that the file no longer describes is as default_shop from then on. Facts keep the days with which they were made: "
                        + "start the jobs with the same file, and read events again when the past shall move too.",
                ""
            })
    static final class Apply implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "Settings as YAML or JSON, UTF-8.")
        private Path file;

        @Mixin
        private ClickHouseArguments server;

        @Override
        public Integer call() {
            ShopFile read = ShopFile.parse(TextFile.read(file));
            if (!read.problems().isEmpty()) {
                PrintWriter err = spec.commandLine().getErr();
                YamlProblem.tell(file, read.problems(), err::println);
                err.flush();
                return MISTAKES;
            }
            List<String> changes = new ShopStore(server.clickHouse(System.getenv())).apply(read.settings());
            PrintWriter out = spec.commandLine().getOut();
            changes.forEach(out::println);
            out.println(changes.isEmpty() ? "Nothing changes." : changes.size() + " changed.");
            out.flush();
            return 0;
        }
    }
}
