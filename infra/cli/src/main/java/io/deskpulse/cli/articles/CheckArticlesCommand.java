package io.deskpulse.cli.articles;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.articles.ArticleFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse articles check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "List every mistake of a file, each with its line and column.")
final class CheckArticlesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Articles as YAML or JSON, UTF-8.")
    private Path file;

    @Override
    public Integer call() {
        ArticleFile read = read(file, spec);
        if (!read.problems().isEmpty()) {
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + " is right: " + read.articles().size() + " articles.");
        out.flush();
        return 0;
    }

    /** Reads a file, and tells its mistakes. */
    static ArticleFile read(Path file, CommandSpec spec) {
        ArticleFile read = ArticleFile.parse(TextFile.read(file));
        PrintWriter err = spec.commandLine().getErr();
        YamlProblem.tell(file, read.problems(), err::println);
        err.flush();
        return read;
    }
}
