package io.deskpulse.cli.deadletters;

import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.ops.deadletters.DeadLetterTopic;
import io.deskpulse.ops.deadletters.LetterExport;
import io.deskpulse.ops.deadletters.StoredLetter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dead-letters export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Write the original bytes of letters to files, and index.jsonl beside them. They may hold personal data.")
final class ExportLettersCommand implements Callable<Integer> {
    @Mixin
    private KafkaArguments cluster;

    @Mixin
    private LetterSelection selection;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Predicate<StoredLetter> filter = selection.filter();
        try (LetterExport export = new LetterExport(directory)) {
            new DeadLetterTopic(cluster.access(System.getenv())).forEach(letter -> {
                if (filter.test(letter)) {
                    export.add(letter);
                }
            });
            spec.commandLine().getErr().println(export.count() + " letters in " + directory);
        }
        return 0;
    }
}
