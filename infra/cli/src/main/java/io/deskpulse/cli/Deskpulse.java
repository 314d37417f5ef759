package io.deskpulse.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code deskpulse}; each subcommand is a class of its own, of this module or of another: see {@link CommandProvider}. */
@Command(
        name = "deskpulse",
        mixinStandardHelpOptions = true,
        version = "deskpulse 0.1.0-SNAPSHOT",
        header = "Live, exact customer-service analytics for e-commerce shops.",
        description = {
            "",
            "Works with a cluster of your own; from a checkout it runs Kafka, ClickHouse and Flink on this machine, too. "
                    + "Results go to standard output, everything else to standard error.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all went well", "1:something failed; the message says what", "2:wrong usage"},
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD",
            "                        use this ClickHouse instead of an embedded one",
            "  KAFKA_BOOTSTRAP_SERVERS, KAFKA_SECURITY_PROTOCOL, KAFKA_SASL_MECHANISM, KAFKA_SASL_JAAS_CONFIG, …",
            "                        a Kafka of your own, and properties of its clients",
            "  DESKPULSE_HOME        downloads and run directories (default ~/.cache/deskpulse)",
            "  DESKPULSE_HASH_KEY    key of the buyer hashes (default: generated once)",
            "  DESKPULSE_DEBUG       show stack traces, as --verbose does",
            "",
            "'deskpulse COMMAND --help' tells more about each command."
        })
public final class Deskpulse implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show the stack trace of an error.")
    private boolean verbose;

    /** Exits with the status that the help of each command lists. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, with how errors are shown. */
    public static CommandLine commandLine() {
        Deskpulse root = new Deskpulse();
        Failures failures = new Failures(() -> root.verbose || System.getenv("DESKPULSE_DEBUG") != null);
        CommandLine line = new CommandLine(root);
        providers()
                .flatMap(provider -> provider.commands().stream())
                .filter(command -> !line.getSubcommands()
                        .containsKey(command.getAnnotation(Command.class).name()))
                .forEach(line::addSubcommand);
        return line.addSubcommand(new CommandLine.HelpCommand())
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    private static Stream<CommandProvider> providers() {
        return ServiceLoader.load(CommandProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(CommandProvider::position));
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().usage(out);
    }
}
