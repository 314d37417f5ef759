package io.deskpulse.cli.deadletters;

import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.deadletters.DeadLetterTopic;
import io.deskpulse.ops.deadletters.LetterReplay;
import io.deskpulse.ops.deadletters.StoredLetter;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.ops.replay.RepairedEvents;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dead-letters replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Send repaired events (--file), or letters as they were to where they came from (--letter, --reason, --all).",
            "The letters themselves stay in their topic until its retention ends."
        })
final class ReplayLettersCommand implements Callable<Integer> {
    @Mixin
    private KafkaArguments cluster;

    @Mixin
    private LetterSelection selection;

    @ArgGroup
    private Other other = new Other();

    @Spec
    private CommandSpec spec;

    /** What else can be sent. */
    static final class Other {
        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "Repaired events as JSON Lines, plain or gzip; sent only when every line is right.")
        private Path file;

        @Option(names = "--all", description = "Every letter.")
        private boolean all;
    }

    @Override
    public Integer call() {
        if (other.file == null && !other.all && selection.isEverything()) {
            throw new UserError("What shall be sent? Give --file, --letter, --reason or --all.");
        }
        if (other.file != null && !selection.isEverything()) {
            throw new UserError(
                    "--file sends the events of the file; it cannot be combined with --letter or --reason.");
        }
        PrintWriter err = spec.commandLine().getErr();
        KafkaAccess kafka = cluster.access(System.getenv());
        try (EventSender sender = EventSender.toExistingTopics(kafka)) {
            if (other.file != null) {
                err.println(RepairedEvents.send(other.file, sender) + " events sent");
                return 0;
            }
            return sendLetters(kafka, sender, err);
        }
    }

    private int sendLetters(KafkaAccess kafka, EventSender sender, PrintWriter err) {
        Predicate<StoredLetter> filter = selection.filter();
        LetterReplay replay = new LetterReplay(sender);
        int[] counts = new int[2];
        new DeadLetterTopic(kafka).forEach(letter -> {
            if (filter.test(letter)) {
                String problem = replay.send(letter);
                counts[problem == null ? 0 : 1]++;
                if (problem != null) {
                    err.println("not sent: " + letter.position() + ": " + problem);
                }
            }
        });
        sender.flush();
        err.println(counts[0] + " letters sent, " + counts[1] + " not");
        return counts[1] == 0 ? 0 : 1;
    }
}
