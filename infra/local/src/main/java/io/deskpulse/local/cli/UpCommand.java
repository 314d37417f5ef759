package io.deskpulse.local.cli;

import io.deskpulse.cli.arguments.PreviewArguments;
import io.deskpulse.dashboards.server.Preview;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deskpulse up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        header = "Start Kafka, a migrated ClickHouse and Flink, and stay up.",
        description = {
            "",
            "Topics and tables are there; the addresses are shown. Send events with any Kafka client (Avro single-object encoding) "
                    + "and add --job to have them turned into facts.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"1:could not start, or a part of the stack ended", "2:wrong usage", "130:stopped with Ctrl-C"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse up --run-dir ./data --port 8123 --kafka-port 9092",
            "  deskpulse up --job --state-backend rocksdb"
        })
final class UpCommand implements Callable<Integer> {
    @Mixin
    private StackArguments stackArguments;

    @Option(names = "--job", description = "Run the jobs on it.")
    private boolean withJob;

    @Option(names = "--preview", description = "Build and serve the dashboards.")
    private boolean withPreview;

    @Mixin
    private PreviewArguments previewArguments;

    @Override
    public Integer call() {
        previewArguments.check(System.getenv());
        Terminal terminal = Terminal.standardError();
        try (Stack stack = Stack.start(stackArguments.options(System.getenv()), terminal)) {
            FlinkJob job = withJob ? Jobs.start(stack, List.of()) : null;
            StayUp.tellAddresses(stack, terminal);
            try (Preview preview = withPreview
                    ? previewArguments.start(System.getenv(), stack.clickHouse().reader(), terminal)
                    : null) {
                if (job == null) {
                    StayUp.untilStopped(stack, terminal);
                } else {
                    StayUp.untilStopped(stack, job, terminal);
                }
            }
            return 0;
        }
    }
}
