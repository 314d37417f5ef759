package io.deskpulse.cli.kept;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.kept.KeptTables;
import io.deskpulse.ops.kept.Retention;
import io.deskpulse.ops.kept.RetentionFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse retention apply}. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        header = "Make a server keep things as long as a file says.",
        description = {
            "",
            "What the file does not name is kept as long as it is by itself. Safe to repeat. Needs a user that may alter tables.",
            ""
        })
final class ApplyRetentionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Retention as YAML or JSON, UTF-8.")
    private Path file;

    @Option(names = "--dry-run", description = "Tell what would change, and change nothing.")
    private boolean dryRun;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        KeptTables kept = KeptTables.bundled();
        RetentionFile read = RetentionFile.parse(TextFile.read(file), kept);
        PrintWriter err = spec.commandLine().getErr();
        YamlProblem.tell(file, read.problems(), err::println);
        err.flush();
        if (!read.problems().isEmpty()) {
            return 1;
        }
        Retention retention = new Retention(server.clickHouse(System.getenv()), kept);
        List<Retention.Change> changes = retention.changes(read.days());
        PrintWriter out = spec.commandLine().getOut();
        for (Retention.Change change : changes) {
            if (!dryRun) {
                retention.apply(change);
            }
            out.println(change);
        }
        if (changes.isEmpty()) {
            out.println("The server keeps everything as long as " + file + " says.");
        } else if (dryRun) {
            out.println("Nothing was changed.");
        }
        out.flush();
        return 0;
    }
}
