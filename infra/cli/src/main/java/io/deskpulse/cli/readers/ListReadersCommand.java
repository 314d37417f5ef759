package io.deskpulse.cli.readers;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.readers.ReaderFile;
import io.deskpulse.ops.tables.Table;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse readers list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List the readers of a file with their shops and limits, or every mistake in it.")
final class ListReadersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Readers as YAML or JSON, UTF-8.")
    private Path file;

    @Override
    public Integer call() {
        ReaderFile read = read(file, spec);
        if (!read.problems().isEmpty()) {
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Table(
                        List.of("reader", "shops", "from", "at most"),
                        read.readers().stream()
                                .map(reader -> List.of(
                                        reader.name(),
                                        String.join(", ", reader.shops()),
                                        reader.networks().isEmpty() ? "anywhere" : String.join(", ", reader.networks()),
                                        reader.quota().toString()))
                                .toList())
                .text());
        out.flush();
        return 0;
    }

    /** Reads a file, and tells its mistakes. */
    static ReaderFile read(Path file, CommandSpec spec) {
        ReaderFile read = ReaderFile.parse(TextFile.read(file), System.getenv());
        PrintWriter err = spec.commandLine().getErr();
        YamlProblem.tell(file, read.problems(), err::println);
        err.flush();
        return read;
    }
}
