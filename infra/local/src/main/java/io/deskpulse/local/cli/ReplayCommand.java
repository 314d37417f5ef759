package io.deskpulse.local.cli;

import io.deskpulse.cli.arguments.PreviewArguments;
import io.deskpulse.cli.arguments.ReplayArguments;
import io.deskpulse.dashboards.server.Preview;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.local.replay.OddityTable;
import io.deskpulse.local.replay.Replay;
import io.deskpulse.local.replay.ShopTable;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
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
            names = "--sql",
            paramLabel = "QUERY",
            description =
                    "Run QUERY after the replay, with database deskpulse, and print only its result on standard output; "
                            + "repeatable.")
    private List<String> queries = List.of();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "TSV",
            description = "ClickHouse format of the results: TSV, TSVWithNames, CSVWithNames, JSONEachRow, Pretty, … "
                    + "(default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--keep", description = "Leave the stack up afterwards, until Ctrl-C.")
    private boolean keep;

    @Option(names = "--preview", description = "With --keep: build and serve the dashboards.")
    private boolean withPreview;

    @Mixin
    private PreviewArguments previewArguments;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the job, for example shops.default-zone=Europe/Berlin; repeatable.")
    private List<String> settings = List.of();

    @Mixin
    private StackArguments stackArguments;

    @Mixin
    private ReplayTarget target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<KafkaAccess> kafka = target.access(spec.commandLine().getParseResult(), System.getenv());
        Terminal terminal = Terminal.standardError();
        if (kafka.isEmpty()) {
            previewArguments.check(System.getenv());
        }
        ReplayOptions options = replay.options(terminal);
        if (kafka.isPresent()) {
            Sent sent = new KafkaReplay(options, kafka.get(), terminal).run();
            return replay.status(sent.rejectedLines());
        }
        return throughStack(options);
    }

    private int throughStack(ReplayOptions options) throws IOException {
        Terminal terminal = Terminal.standardError();
        StackOptions stackOptions = stackArguments.options(System.getenv());
        List<String> jobSettings = JobSettings.forImport(settings);
        try (Stack stack = Stack.start(stackOptions, terminal)) {
            FlinkJob job = Jobs.start(stack, jobSettings);
            Sent sent = new Replay(options, stack, job, terminal).run();
            ClickHouseHttp clickHouse = new ClickHouseHttp(stack.clickHouse().reader(), ClickHouseAccess.DATABASE);
            long rejected = report(clickHouse, sent, stack, terminal);
            for (String query : queries) {
                print(clickHouse, query);
            }
            if (keep) {
                stayUp(stack, job, terminal);
            }
            job.cancel();
            return replay.status(rejected);
        }
    }

    private void stayUp(Stack stack, FlinkJob job, Terminal terminal) {
        try (Preview preview = withPreview
                ? previewArguments.start(System.getenv(), stack.clickHouse().reader(), terminal)
                : null) {
            StayUp.untilStopped(stack, job, terminal);
        }
    }

    private long report(ClickHouseHttp clickHouse, Sent sent, Stack stack, Terminal terminal) throws IOException {
        terminal.step("");
        terminal.step(new ShopTable(clickHouse).text());
        String odd = new OddityTable(clickHouse).text();
        if (!odd.isEmpty()) {
            terminal.step(odd);
        }
        long rejected = Long.parseLong(clickHouse.query("SELECT count() FROM deskpulse.rejected_events"));
        terminal.step(String.format("%,d events sent, %,d rejected (view rejected_events)", sent.events(), rejected));
        StayUp.tellAddresses(stack, terminal);
        if (!keep) {
            terminal.step(
                    stack.runDirectory().isTemporary()
                            ? "These addresses end now; --keep leaves them up, --run-dir keeps the data."
                            : "These addresses end now; the data stay in "
                                    + stack.runDirectory().path() + ".");
        }
        return rejected;
    }

    private void print(ClickHouseHttp clickHouse, String query) throws IOException {
        try {
            clickHouse.copy(query, format, System.out);
        } catch (ClickHouseHttp.QueryFailed e) {
            throw new UserError("The query failed: " + query + "\n" + e.getMessage(), e);
        }
    }
}
