package io.deskpulse.cli.articles;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.articles.ArticleFile;
import io.deskpulse.ops.articles.ArticleStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse articles apply}. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        header = "Tell the server the articles of a file.",
        description = {
            "",
            "Of articles that the server knows, the file's words hold from now on; those that the file does not name stay. One that is "
                    + "no longer there says 'withdrawn'.",
            ""
        })
final class ApplyArticlesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Articles as YAML or JSON, UTF-8.")
    private Path file;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        ArticleFile read = CheckArticlesCommand.read(file, spec);
        if (!read.problems().isEmpty()) {
            return 1;
        }
        new ArticleStore(server.clickHouse(System.getenv())).apply(read.articles());
        PrintWriter out = spec.commandLine().getOut();
        out.println("The server knows the " + read.articles().size() + " articles of " + file + ".");
        out.flush();
        return 0;
    }
}
