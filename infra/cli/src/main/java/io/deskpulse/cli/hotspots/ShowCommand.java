package io.deskpulse.cli.hotspots;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.ResultFormat;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.hotspots.IncidentReport;
import io.deskpulse.ops.hotspots.IncidentStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse hotspots show}. */
@Command(name = "show", mixinStandardHelpOptions = true, header = "All numbers of an incident.")
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Of an incident, or the first letters of it.")
    private String id;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ResultFormat format;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        ClickHouseSql clickHouse = server.clickHouse(System.getenv());
        IncidentReport report =
                new IncidentReport(List.of(new IncidentStore(clickHouse).find(id)), new ShopClocks(clickHouse)::zone);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.of(report::text, report::csv, report::json));
        out.flush();
        return 0;
    }
}
