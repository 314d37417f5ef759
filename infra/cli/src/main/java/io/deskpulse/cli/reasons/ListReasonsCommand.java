package io.deskpulse.cli.reasons;

import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.reasons.ReasonList;
import io.deskpulse.ops.tables.Table;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse reasons list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "One line for each reason, or for each attribute; json has all of their words.")
final class ListReasonsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "With what this file adds to the bundled ones.")
    private Path file;

    @Option(names = "--attributes", description = "Attributes of products instead of reasons.")
    private boolean attributes;

    @Option(
            names = "--format",
            paramLabel = "text|csv|json",
            defaultValue = "text",
            description = "${DEFAULT-VALUE} by default.")
    private ResultFormat format;

    @Override
    public Integer call() {
        ReasonTaxonomy taxonomy = ReasonTaxonomy.bundled();
        if (file != null) {
            ReasonFile read = ReasonFile.parse(TextFile.read(file));
            if (!read.problems().isEmpty()) {
                PrintWriter err = spec.commandLine().getErr();
                YamlProblem.tell(file, read.problems(), err::println);
                err.flush();
                return 1;
            }
            taxonomy = read.taxonomy();
        }
        ReasonList list = new ReasonList(taxonomy);
        Table table = attributes ? list.attributes() : list.reasons();
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.of(table::text, table::csv, list::json));
        out.flush();
        return 0;
    }
}
