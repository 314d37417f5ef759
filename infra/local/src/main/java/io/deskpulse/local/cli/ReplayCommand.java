package io.deskpulse.local.cli;

import io.deskpulse.cli.arguments.ReplayArguments;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.kafka.KafkaAccess;
import io.deskpulse.ops.replay.KafkaReplay;
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.ops.replay.Sent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deskpulse replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        header = "Send the events of files through Kafka and Flink into ClickHouse, and show the numbers of each shop.",
        description = {
            "",
            "FILE is JSON Lines, plain or gzip: one event a line. A pipe will do, and - is standard input. Several files are merged by "
                    + "event time. The replay ends when every event is visible in ClickHouse. Lines that are no event go to the dead "
                    + "letters and appear in the view rejected_events; they are reported and are no failure unless --strict is given. "
                    + "A file that is damaged, or in another encoding than UTF-8 or UTF-16, is refused before anything starts.",
            "",
            "With --kafka the events go to a cluster of your own instead, and the replay ends when its brokers have them.",
            ""
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every event is visible, and every --sql succeeded; with --kafka: every event is sent",
            "1:something failed; the message says what",
            "2:wrong usage",
            "3:with --strict: some lines or events were rejected",
            "130:stopped with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse replay chat.jsonl.gz",
            "  deskpulse replay chat.jsonl orders.jsonl --shift-to-now --speed 60 --keep",
            "  zcat chat-*.jsonl.gz | deskpulse replay -",
            "  deskpulse replay chat.jsonl.gz --sql 'SELECT count() FROM rounds' 2>/dev/null",
            "  deskpulse replay chat.jsonl.gz --sql 'SELECT * FROM waits' --format JSONEachRow > waits.jsonl",
            "  deskpulse replay chat.jsonl.gz --kafka kafka:9093 --kafka-properties client.properties"
        })
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private ReplayArguments replay;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the job, for example shops.default-zone=Europe/Berlin; repeatable.")
    private List<String> settings = List.of();

    @Mixin
    private StackReplay stackReplay;

    @Mixin
    private ReplayTarget target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<KafkaAccess> kafka = target.access(spec.commandLine().getParseResult(), System.getenv());
        Terminal terminal = Terminal.standardError();
        if (kafka.isEmpty()) {
            stackReplay.check(System.getenv());
        }
        ReplayOptions options = replay.options(terminal);
        if (kafka.isPresent()) {
            Sent sent = new KafkaReplay(options, kafka.get(), terminal).run();
            return replay.status(sent.rejectedLines());
        }
        return replay.status(stackReplay.run(options, JobSettings.forImport(settings)));
    }
}
