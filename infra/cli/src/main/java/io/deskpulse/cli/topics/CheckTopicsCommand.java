package io.deskpulse.cli.topics;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.streaming.topics.TopicFile;
import io.deskpulse.streaming.topics.TopicMapper;
import io.deskpulse.streaming.topics.TopicVersion;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse topics check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header =
                "List every mistake of a file of topics, each with its line and column, and synonyms that are never found.")
public final class CheckTopicsCommand implements Callable<Integer> {
    private static final int MISTAKES = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Topics as YAML or JSON, UTF-8.")
    private Path file;

    @Override
    public Integer call() {
        TopicFile read = TopicFile.parse(TextFile.read(file));
        PrintWriter out = spec.commandLine().getOut();
        int mistakes = read.problems().size();
        YamlProblem.tell(file, read.problems(), out::println);
        if (mistakes > 0) {
            out.println(YamlProblem.sum(file, mistakes));
            out.flush();
            return MISTAKES;
        }
        out.println(file + " is right. Versions:");
        List<TopicVersion> versions = read.taxonomy().versions();
        versions.forEach(version -> out.println("  " + version.name() + ": "
                + version.entries().size() + " topics, "
                + (version.fromMillis() == Long.MIN_VALUE
                        ? "since ever"
                        : "from " + Instant.ofEpochMilli(version.fromMillis()))));
        new TopicMapper(read.taxonomy().newest()).remarks().forEach(remark -> out.println("Remark: " + remark + "."));
        out.flush();
        return 0;
    }
}
