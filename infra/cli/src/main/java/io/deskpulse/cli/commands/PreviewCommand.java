package io.deskpulse.cli.commands;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.PreviewArguments;
import io.deskpulse.dashboards.server.PreviewServer;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deskpulse preview}. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        header = "Show the dashboards of a ClickHouse in a browser, without Grafana.",
        description = {
            "",
            "Builds a small web app on Grafana's own components once, with npm, and serves it on this machine until Ctrl-C. It draws the "
                    + "dashboards that Grafana loads; it does not edit them, alert, or know users. DESKPULSE_LANG=zh shows them in Chinese.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"1:could not be built or served", "2:wrong usage", "130:stopped with Ctrl-C"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  CLICKHOUSE_PASSWORD=… deskpulse preview --url http://clickhouse:8123 --user reader",
            "  deskpulse preview --preview-port 3000"
        })
final class PreviewCommand implements Callable<Integer> {
    @Mixin
    private ClickHouseArguments server;

    @Mixin
    private PreviewArguments preview;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        preview.check(environment);
        Terminal terminal = Terminal.standardError();
        try (PreviewServer running = preview.serve(environment, server.access(environment), terminal)) {
            terminal.step("Up. Ctrl-C stops it.");
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.", e);
        }
    }
}
