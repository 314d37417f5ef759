package io.deskpulse.cli.topics;

import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.ops.tables.Table;
import io.deskpulse.ops.topics.TopicList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse topics list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "One line for each topic of questions, and what it is counted against; json has all of their words.")
public final class ListTopicsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TopicArguments topics;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "With what this file changes of the bundled ones.")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "text|csv|json",
            defaultValue = "text",
            description = "${DEFAULT-VALUE} by default.")
    private ResultFormat format;

    @Override
    public Integer call() {
        TopicList list = new TopicList(topics.version(file));
        Table table = list.table();
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.of(table::text, table::csv, list::json));
        out.flush();
        return 0;
    }
}
