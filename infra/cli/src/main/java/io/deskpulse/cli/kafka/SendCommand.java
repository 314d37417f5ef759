package io.deskpulse.cli.kafka;

import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.cli.arguments.ReplayArguments;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.replay.KafkaReplay;
import io.deskpulse.ops.replay.Sent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deskpulse replay} where there is no embedded stack to send events through, as in the image. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        header = "Send the events of files to Kafka, whose jobs read them.",
        description = {
            "",
            "FILE is JSON Lines, plain or gzip: one event a line. A pipe will do, and - is standard input. Several files are merged by "
                    + "event time. The replay ends when the brokers have every event. Lines that are no event go to the dead letters "
                    + "and appear in the view rejected_events; they are reported and are no failure unless --strict is given. "
                    + "A file that is damaged, or in another encoding than UTF-8 or UTF-16, is refused before anything is sent.",
            ""
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every event is sent",
            "1:something failed; the message says what",
            "2:wrong usage",
            "3:with --strict: some lines were rejected",
            "130:stopped with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse replay chat.jsonl.gz --kafka kafka:9092",
            "  zcat chat-*.jsonl.gz | deskpulse replay - --kafka kafka:9093 --kafka-properties client.properties",
            "  deskpulse replay chat.jsonl orders.jsonl --shift-to-now --speed 60 --kafka kafka:9092"
        })
public final class SendCommand implements Callable<Integer> {
    @Mixin
    private ReplayArguments replay;

    @Mixin
    private KafkaArguments kafka;

    @Override
    public Integer call() {
        KafkaAccess access = kafka.access(System.getenv());
        Terminal terminal = Terminal.standardError();
        Sent sent = new KafkaReplay(replay.options(terminal), access, terminal).run();
        return replay.status(sent.rejectedLines());
    }
}
