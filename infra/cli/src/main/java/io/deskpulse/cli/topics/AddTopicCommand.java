package io.deskpulse.cli.topics;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.reasons.GrowingFile;
import io.deskpulse.ops.topics.NewTopic;
import io.deskpulse.ops.topics.NewTopic.Names;
import io.deskpulse.streaming.topics.TopicFile;
import io.deskpulse.streaming.topics.TopicMapper;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse topics add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        header =
                "Add a topic, or synonyms of one that is there, to the end of a file, which is made when there is none.",
        description = {
            "",
            "What is added holds for messages sent from --from on; what was mapped before stays. Several topics of one version are added with"
                    + " the same --version-name and --from. Nothing is written when the entry would make the file wrong.",
            ""
        })
public final class AddTopicCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Topics as YAML, UTF-8.")
    private Path file;

    @Option(
            names = "--code",
            required = true,
            paramLabel = "CODE",
            description = "What rows call it, such as ENGRAVING.")
    private String code;

    @Option(
            names = "--version-name",
            required = true,
            paramLabel = "NAME",
            description = "What rows call the version, such as 2026-12.")
    private String version;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "INSTANT",
            description = "When the version begins, such as 2026-12-01T00:00:00+08:00.")
    private String from;

    @Option(names = "--zh", paramLabel = "NAME", description = "Its Chinese name; for a new topic.")
    private String zh;

    @Option(names = "--en", paramLabel = "NAME", description = "Its English name; for a new topic.")
    private String en;

    @Option(
            names = "--cause",
            paramLabel = "CAUSE",
            description = "enquirers, orders_open, parcels_under_way or parcels_signed; for a new topic.")
    private String cause;

    @Option(names = "--zh-synonym", paramLabel = "TEXT", description = "What people write; may be given several times.")
    private List<String> zhSynonyms = List.of();

    @Option(names = "--en-synonym", paramLabel = "TEXT", description = "What people write; may be given several times.")
    private List<String> enSynonyms = List.of();

    @Override
    public Integer call() {
        String before = Files.exists(file) ? TextFile.read(file) : "";
        TopicFile read = TopicFile.parse(before);
        if (!read.problems().isEmpty()) {
            throw new UserError(YamlProblem.told("The topics of " + file + " are not right:", file, read.problems()));
        }
        NewTopic topic = new NewTopic(version, from, code, new Names(zh, en, cause), zhSynonyms, enSynonyms);
        String after = topic.addedTo(file, before);
        GrowingFile.write(file, after);
        PrintWriter out = spec.commandLine().getOut();
        out.println(code + " added to " + file + ", version " + version + ".");
        new TopicMapper(TopicFile.parse(after).taxonomy().newest())
                .remarks()
                .forEach(remark -> out.println("Remark: " + remark + "."));
        out.flush();
        return 0;
    }
}
