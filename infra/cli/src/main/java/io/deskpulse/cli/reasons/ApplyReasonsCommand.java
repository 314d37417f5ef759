package io.deskpulse.cli.reasons;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.reasons.WordStore;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse reasons apply}. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        header = "Tell the server the names and kinds of a file's reasons, for the views of defects.",
        description = {
            "",
            "Views count defects for reasons of quality; those of a file of your own they know once it is applied. Jobs read the file "
                    + "themselves (--reasons FILE).",
            ""
        })
final class ApplyReasonsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Reasons of your own as YAML or JSON, UTF-8.")
    private Path file;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        ReasonFile read = ReasonFile.parse(TextFile.read(file));
        if (!read.problems().isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            YamlProblem.tell(file, read.problems(), err::println);
            err.flush();
            return 1;
        }
        new WordStore(server.clickHouse(System.getenv())).apply(read.taxonomy());
        PrintWriter out = spec.commandLine().getOut();
        out.println("The server knows " + read.taxonomy().entries().size() + " reasons and "
                + read.taxonomy().attributes().size() + " attributes.");
        out.flush();
        return 0;
    }
}
