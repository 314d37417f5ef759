package io.deskpulse.local.cli;

import io.deskpulse.cli.arguments.PreviewArguments;
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
import io.deskpulse.ops.replay.ReplayOptions;
import io.deskpulse.ops.replay.Sent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Events through a stack of this command's own, and what is shown of them; a mixin. */
final class StackReplay {
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

    @Mixin
    private StackArguments stackArguments;

    /** Fails early where something is wrong with the preview that was asked for. */
    void check(Map<String, String> environment) {
        previewArguments.check(environment);
    }

    /**
     * Sends events through a stack of its own, tells the numbers, answers every query, and stays up when asked to.
     *
     * @param jobSettings as the job takes them
     * @return how many lines and events were rejected
     */
    long run(ReplayOptions options, List<String> jobSettings) throws IOException {
        Terminal terminal = Terminal.standardError();
        StackOptions stackOptions = stackArguments.options(System.getenv());
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
            return rejected;
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
