package io.deskpulse.cli.topics;

import io.deskpulse.streaming.reasons.text.Phrases.Found;
import io.deskpulse.streaming.topics.TopicEntry;
import io.deskpulse.streaming.topics.TopicMapper;
import io.deskpulse.streaming.topics.TopicVersion;
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

/** {@code deskpulse topics try}. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        header = "Tell which topic each text has, and which terms were found in it.")
public final class TryTopicsCommand implements Callable<Integer> {
    private static final String OTHER = "OTHER";

    @Spec
    private CommandSpec spec;

    @Mixin
    private TopicArguments topics;

    @Option(names = "--file", paramLabel = "FILE", description = "With what this file changes of the bundled topics.")
    private Path file;

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "What a buyer writes.")
    private List<String> texts;

    @Override
    public Integer call() {
        TopicVersion version = topics.version(file);
        TopicMapper mapper = new TopicMapper(version);
        PrintWriter out = spec.commandLine().getOut();
        for (String text : texts) {
            TopicEntry topic = mapper.ofText(text);
            out.println(text + ": "
                    + (topic == null ? OTHER : topic.code() + " (" + topic.zh() + ", " + topic.en() + ")")
                    + ", version "
                    + version.name());
            for (Found<TopicEntry> found : mapper.explain(text)) {
                String code = found.of().code();
                out.println("  " + found.term() + ": " + (code.isEmpty() ? "no topic" : code) + ", weight "
                        + found.weight());
            }
        }
        out.flush();
        return 0;
    }
}
