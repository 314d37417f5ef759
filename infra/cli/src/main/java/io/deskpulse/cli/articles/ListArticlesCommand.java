package io.deskpulse.cli.articles;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.articles.ArticleStore;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse articles list}. */
@Command(name = "list", mixinStandardHelpOptions = true, header = "List the articles that the server knows, by topic.")
final class ListArticlesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--shop", paramLabel = "SHOP", description = "Those of this shop and of every shop.")
    private String shop;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                new ArticleStore(server.clickHouse(System.getenv())).list(shop).text());
        out.flush();
    }
}
