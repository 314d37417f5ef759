package io.deskpulse.local.cli;

import io.deskpulse.dashboards.Language;
import io.deskpulse.local.DeskpulseHome;
import io.deskpulse.local.FreePorts;
import io.deskpulse.local.Progress;
import io.deskpulse.local.Stack;
import io.deskpulse.local.UserError;
import io.deskpulse.local.clickhouse.ClickHouseAccess;
import io.deskpulse.local.preview.Preview;
import io.deskpulse.local.preview.PreviewServer;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that can show the dashboards; a mixin. */
final class PreviewArguments {
    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--preview-port",
            paramLabel = "PORT",
            description = "Port of the dashboards in a browser (default: a free one).")
    private int port;

    /**
     * Makes sure that the preview can be had before anything slow starts.
     *
     * @throws UserError when the port is taken or the language unknown
     */
    void check(Map<String, String> environment) {
        if (port < 0 || port > LAST_PORT) {
            throw new UserError("a port must be between 1 and 65535, got " + port + ".");
        }
        FreePorts.requireFree(port, "--preview-port");
        language(environment);
    }

    /** Begins to show the dashboards of a running stack. */
    Preview start(Stack stack, Progress progress) {
        return Preview.start(
                stack.home(),
                language(stack.options().environment()),
                stack.clickHouse().reader(),
                port,
                progress);
    }

    /** Shows the dashboards of a ClickHouse that runs elsewhere. */
    PreviewServer serve(Map<String, String> environment, ClickHouseAccess reader, Progress progress) {
        return Preview.serve(DeskpulseHome.of(environment), language(environment), reader, port, progress);
    }

    private static Language language(Map<String, String> environment) {
        try {
            return Language.of(environment);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage() + ".", e);
        }
    }
}
