package io.deskpulse.ops.replay;

import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.kafka.Topics;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sends the events of files to a cluster whose jobs run elsewhere. */
public final class KafkaReplay {
    private final ReplayOptions options;
    private final KafkaAccess kafka;
    private final Terminal terminal;

    /** A replay to a cluster that has the topics. */
    public KafkaReplay(ReplayOptions options, KafkaAccess kafka, Terminal terminal) {
        this.options = options;
        this.kafka = kafka;
        this.terminal = terminal;
    }

    /**
     * Returns when the brokers have everything, and says what it was.
     *
     * @throws io.deskpulse.ops.UserError when a file cannot be read to its end, the cluster is not reached, does not let us in or
     *     lacks a topic
     */
    public Sent run() {
        try (EventSender sender = EventSender.toExistingTopics(kafka)) {
            FileSender files = new FileSender(options, terminal);
            Sent sent = files.send(sender, () -> {});
            files.display().allSent();
            files.display().finish("all sent");
            tell(sent);
            return sent;
        }
    }

    private void tell(Sent sent) {
        String streams = sent.eventsByStream().entrySet().stream()
                .map(of -> String.format(
                        Locale.ROOT, "%,d to %s", of.getValue(), of.getKey().topic()))
                .collect(Collectors.joining(", "));
        terminal.step(String.format(
                Locale.ROOT,
                "%,d events sent to Kafka at %s%s",
                sent.events(),
                kafka.cluster().bootstrapServers(),
                streams.isEmpty() ? "" : ": " + streams));
        if (sent.rejectedLines() > 0) {
            terminal.step(String.format(
                    Locale.ROOT,
                    "%,d lines rejected, sent to %s: deskpulse dead-letters list shows them",
                    sent.rejectedLines(),
                    Topics.DEAD_LETTERS));
        }
    }
}
