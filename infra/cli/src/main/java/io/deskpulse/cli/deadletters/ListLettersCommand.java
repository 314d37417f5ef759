package io.deskpulse.cli.deadletters;

import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.ops.deadletters.DeadLetterTopic;
import io.deskpulse.ops.deadletters.StoredLetter;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dead-letters list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "One line a letter: position, time, reason, source, detail. Never shows content.")
final class ListLettersCommand implements Callable<Integer> {
    @Mixin
    private KafkaArguments cluster;

    @Mixin
    private LetterSelection selection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Predicate<StoredLetter> filter = selection.filter();
        PrintWriter out = spec.commandLine().getOut();
        new DeadLetterTopic(cluster.access(System.getenv())).forEach(letter -> {
            if (filter.test(letter)) {
                out.println(String.join(
                        "\t",
                        letter.position().toString(),
                        letter.rejectedAt().toString(),
                        letter.reason(),
                        letter.sourceTopic() + "[" + letter.sourcePartition() + "]@" + letter.sourceOffset(),
                        letter.detail()));
            }
        });
        out.flush();
        return 0;
    }
}
