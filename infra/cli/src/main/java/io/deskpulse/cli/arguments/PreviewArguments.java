package io.deskpulse.cli.arguments;

import io.deskpulse.dashboards.Language;
import io.deskpulse.dashboards.server.Preview;
import io.deskpulse.dashboards.server.PreviewServer;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.FreePorts;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that can show the dashboards; a mixin. */
public final class PreviewArguments {
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
    public void check(Map<String, String> environment) {
        if (port < 0 || port > LAST_PORT) {
            throw new UserError("a port must be between 1 and 65535, got " + port + ".");
        }
        FreePorts.requireFree(port, "--preview-port");
        language(environment);
    }

    /** Begins to show the dashboards, beside whatever else goes on. */
    public Preview start(Map<String, String> environment, ClickHouseAccess reader, Progress progress) {
        return Preview.start(DeskpulseHome.of(environment), language(environment), reader, port, progress);
    }

    /** Shows the dashboards of a ClickHouse that runs elsewhere. */
    public PreviewServer serve(Map<String, String> environment, ClickHouseAccess reader, Progress progress) {
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
