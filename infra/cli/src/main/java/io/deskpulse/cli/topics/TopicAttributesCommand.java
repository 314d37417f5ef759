package io.deskpulse.cli.topics;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.topics.AttributeStore;
import io.deskpulse.streaming.reasons.ReasonFile;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.topics.TopicAttributes;
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

/** {@code deskpulse topics attributes}. */
@Command(
        name = "attributes",
        mixinStandardHelpOptions = true,
        header =
                "Which attributes of a product questions of a topic are about, for what is asked before and sent back after.",
        description = {
            "",
            "Prints them, with what a file of your own says. With --apply the server knows these from then on, and no others; without "
                    + "it no server is needed.",
            ""
        },
        footerHeading = "%nA file:%n",
        footer = {
            "  SIZE: [size, wrong_size]     # attributes, or reasons: deskpulse reasons list --attributes",
            "  ENGRAVING: [workmanship]     # a topic of your own, or what your feed calls one",
            "  GIFT: []                     # about none"
        })
public final class TopicAttributesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Of your own, YAML or JSON, UTF-8.")
    private Path file;

    @Option(names = "--reasons", paramLabel = "FILE", description = "Reasons of your own that the file may name.")
    private Path reasons;

    @Option(names = "--apply", description = "Tell the server.")
    private boolean apply;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        TopicAttributes attributes = attributes();
        PrintWriter out = spec.commandLine().getOut();
        if (apply) {
            new AttributeStore(server.clickHouse(System.getenv())).apply(attributes);
            out.println(
                    "The server knows the attributes of " + attributes.byTopic().size() + " topics.");
        } else {
            out.print(AttributeStore.table(attributes).text());
        }
        out.flush();
        return 0;
    }

    private TopicAttributes attributes() {
        if (file == null) {
            return TopicAttributes.bundled();
        }
        TopicAttributes.Read read = TopicAttributes.parse(TextFile.read(file), taxonomy());
        require(file, read.problems());
        return read.attributes();
    }

    private ReasonTaxonomy taxonomy() {
        if (reasons == null) {
            return ReasonTaxonomy.bundled();
        }
        ReasonFile read = ReasonFile.parse(TextFile.read(reasons));
        require(reasons, read.problems());
        return read.taxonomy();
    }

    private static void require(Path of, List<YamlProblem> problems) {
        if (!problems.isEmpty()) {
            throw new UserError(YamlProblem.told(of + " is not right:", of, problems));
        }
    }
}
